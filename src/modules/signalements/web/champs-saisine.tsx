import type { SaisieRendue } from '#web/page.server.ts';
import { CasesACocher, Radios } from '#web/ui/champ-choix.tsx';
import { ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { AUTORITE_PAR_DEFAUT, LIBELLE_DEMANDE, LIBELLE_MOTIF_SAISINE } from '../signalement.ts';

type SaisinePreparee = {
  autorite?: string;
  motifSaisine?: string | null;
  actionsMenees?: string | null;
  argumentaire?: string | null;
  demandes?: readonly string[];
};

/** Le fond d'un signalement : à qui, pourquoi, ce qui a déjà été fait, ce que l'on demande. */
export function ChampsSaisine({
  rendue,
  prepare = {},
}: {
  rendue: SaisieRendue | undefined;
  prepare?: SaisinePreparee;
}) {
  const champ = buildChamp(rendue);
  const demandes = rendue ? [rendue.valeurs.demandes ?? []].flat() : prepare.demandes;
  return (
    <>
      <ChampTexte
        {...champ('autorite', prepare.autorite ?? AUTORITE_PAR_DEFAUT)}
        libelle="Autorité saisie"
        taille="long"
      />
      <Radios
        {...champ('motifSaisine', prepare.motifSaisine ?? null)}
        libelle="Motif de la saisine"
        aide="L’un des cas de la loi (CASF, art. L226-4 I)"
        choix={buildChoix(LIBELLE_MOTIF_SAISINE)}
        requis
      />
      <ZoneTexte
        {...champ('argumentaire', prepare.argumentaire ?? null)}
        libelle="Le danger et ses raisons"
        aide="Une saisine se motive (CASF, art. D226-2-7)"
        lignes={8}
      />
      <ZoneTexte
        {...champ('actionsMenees', prepare.actionsMenees ?? null)}
        libelle="Les actions déjà menées auprès du mineur et de sa famille"
        aide="Elles sont jointes à la saisine (CASF, art. L226-4 I) ; s’il n’y en a pas eu, dites-le"
        lignes={5}
      />
      <CasesACocher
        nom="demandes"
        libelle="Ce qui est demandé"
        choix={buildChoix(LIBELLE_DEMANDE)}
        valeurs={demandes}
      />
    </>
  );
}
