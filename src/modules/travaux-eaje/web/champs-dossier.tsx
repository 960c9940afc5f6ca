import { CasesACocher, ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { ENJEUX, NATURES_TRAVAUX } from '../dossier-travaux.ts';

type Props = {
  champ: (nom: string) => { nom: string; valeur: string; erreur: string | undefined };
  coches: (nom: string) => readonly string[];
  /** Places autorisées ce jour. */
  places: number;
};

/** Les champs d'un dossier de travaux, à l'inscription comme à la correction. */
export function ChampsDossier({ champ, coches, places }: Props) {
  const enjeux = champ('enjeux');
  return (
    <>
      <ChampTexte {...champ('objet')} libelle="Ce qui est à faire" requis />
      <ChampSelection {...champ('nature')} libelle="Nature" choix={buildChoix(NATURES_TRAVAUX)} requis />
      <ZoneTexte
        {...champ('motif')}
        libelle="Pourquoi"
        aide="Ce qui a été vu, ce qui arriverait sans ces travaux."
        requis
      />
      <CasesACocher
        nom="enjeux"
        erreur={enjeux.erreur}
        libelle="Ce qui les impose"
        aide="La priorité est celle du plus pressant."
        choix={buildChoix(ENJEUX)}
        valeurs={coches('enjeux')}
        requis
      />
      <CasesACocher
        nom="toucheAutorisation"
        libelle="Autorisation"
        choix={[{ valeur: 'oui', libelle: 'Les locaux, les places ou la direction autorisés changent' }]}
        valeurs={coches('toucheAutorisation')}
      />
      <ChampJour {...champ('debutPrevu')} libelle="Début prévu" aide="Vide tant qu’aucune date n’est dite" />
      <ChampJour
        {...champ('reouverturePrevue')}
        libelle="Réouverture prévue"
        aide="Le premier jour où la crèche accueille comme avant"
      />
      <ChampTexte
        {...champ('placesGelees')}
        libelle="Places gelées"
        taille="court"
        inputMode="numeric"
        aide={`${places} places autorisées : toutes, c’est une fermeture ; 0, la crèche n’est pas touchée`}
      />
      <ChampTexte
        {...champ('gelDebut')}
        libelle="Gelées à partir de"
        taille="court"
        aide="Par exemple 16 h 30 ; vide : toute la journée"
      />
      <ChampTexte {...champ('gelFin')} libelle="Gelées jusqu’à" taille="court" />
    </>
  );
}
