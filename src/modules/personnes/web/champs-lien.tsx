import type { JourCivil } from '#shared/jour-civil.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { type buildChamp, buildChoix } from '#web/ui/choix.ts';
import { LIBELLE_FILIATION, LIBELLE_LIEN_QUALITE } from '../lien.ts';

type ChampsLienProps = { champ: ReturnType<typeof buildChamp>; aujourdhui: JourCivil };

/** Qui est cette personne pour l'enfant, connue ou nouvelle. */
export function ChampsLien({ champ, aujourdhui }: ChampsLienProps) {
  return (
    <div className="groupe-champs">
      <ChampSelection
        {...champ('qualite')}
        libelle="Qui est-ce pour l’enfant"
        choix={buildChoix(LIBELLE_LIEN_QUALITE)}
        requis
      />
      <ChampSelection
        {...champ('filiation')}
        libelle="Filiation"
        aide="Pour un parent"
        vide="Sans objet"
        choix={buildChoix(LIBELLE_FILIATION)}
      />
      <ChampJour {...champ('du', aujourdhui)} libelle="Depuis le" requis />
    </div>
  );
}
