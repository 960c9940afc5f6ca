import type { SaisieRendue } from '#web/page.server.ts';
import { CasesACocher, ChampSelection, type Choix, Radios } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { ENCODAGES, FORMATS_JOUR, type FormatBadge, NATURES_BADGE, SEPARATEURS } from '../format-badge.ts';

type Props = { format: FormatBadge | null; creches: readonly Choix[]; rendue: SaisieRendue | undefined };

/** Ce qu'il faut savoir du fichier d'un système de badges pour le lire. */
export function ChampsFormat({ format, creches, rendue }: Props) {
  const champ = buildChamp(rendue);
  const texte = (nom: keyof FormatBadge, libelle: string, aide?: string) => (
    <ChampTexte {...champ(nom, (format?.[nom] as string | null | undefined) ?? null)} libelle={libelle} aide={aide} />
  );
  const entete = rendue ? rendue.valeurs.entete !== undefined : (format?.entete ?? true);
  return (
    <>
      <ChampTexte
        {...champ('nom', format?.nom)}
        libelle="Nom du format"
        aide="Par exemple, le nom du logiciel de badges."
        requis
      />
      <ChampSelection
        {...champ('etablissementId', format?.etablissementId)}
        libelle="Crèche"
        vide="Toutes celles de ce système"
        choix={creches}
      />
      <div className="groupe-champs">
        <ChampSelection
          {...champ('separateur', format?.separateur ?? ';')}
          libelle="Entre les colonnes"
          choix={buildChoix(SEPARATEURS)}
          requis
        />
        <ChampSelection
          {...champ('encodage', format?.encodage ?? 'UTF8')}
          libelle="Encodage"
          choix={buildChoix(ENCODAGES)}
          requis
        />
        <ChampSelection
          {...champ('formatJour', format?.formatJour ?? 'JMA')}
          libelle="Le jour s’écrit"
          choix={buildChoix(FORMATS_JOUR)}
          requis
        />
      </div>
      <CasesACocher
        nom="entete"
        libelle="Première ligne"
        choix={[
          {
            valeur: 'oui',
            libelle: 'Elle porte les titres des colonnes',
            aide: 'Sinon, donnez le rang de chaque colonne : 1, 2, 3…',
          },
        ]}
        valeurs={entete ? ['oui'] : []}
      />
      {texte('colonneBadge', 'Colonne du badge')}
      {texte(
        'colonneCreche',
        'Colonne de la crèche',
        'Elle porte le code de l’unité. Vide : le fichier est d’une seule crèche, ou les badges suffisent.',
      )}
      {texte('colonneJour', 'Colonne du jour')}
      <Radios
        {...champ('nature', format?.nature ?? 'VISITE')}
        libelle="Une ligne"
        choix={buildChoix(NATURES_BADGE)}
        requis
      />
      <fieldset className="bloc-saisi">
        <legend>Une ligne par venue</legend>
        {texte('colonneArrivee', 'Colonne de l’arrivée')}
        {texte('colonneDepart', 'Colonne du départ')}
      </fieldset>
      <fieldset className="bloc-saisi">
        <legend>Une ligne par passage</legend>
        {texte('colonneHeure', 'Colonne de l’heure', 'Celle du jour, si l’heure y est écrite à la suite.')}
        {texte('colonneSens', 'Colonne du sens', 'Vide : le premier passage est l’arrivée, le suivant le départ.')}
        {texte('motArrivee', 'Mot d’une arrivée')}
        {texte('motDepart', 'Mot d’un départ')}
      </fieldset>
    </>
  );
}
