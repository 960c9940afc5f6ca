import { CATEGORIES_PRO, LIBELLES_METIER, type SectionInscrite } from '#modules/eaje/index.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import type { Champ } from '#web/valeurs.ts';

type Props = {
  champ: Champ;
  sections: readonly SectionInscrite[];
};

export function ChampsEmploi({ champ, sections }: Props) {
  return (
    <>
      <ChampSelection {...champ('metier')} libelle="Métier" requis choix={buildChoix(LIBELLES_METIER)} />
      <ChampSelection
        {...champ('categorie')}
        libelle="Catégorie auprès des enfants"
        aide="CSP, art. R2324-42"
        vide="Celle du métier"
        choix={buildChoix(CATEGORIES_PRO)}
      />
      <ChampTexte
        {...champ('quotite')}
        libelle="Quotité"
        requis
        taille="court"
        aide="En pourcentage d’un temps plein"
      />
      <ChampSelection
        {...champ('sectionId')}
        libelle="Section"
        vide="Aucune en particulier"
        choix={buildChoixNommes(sections)}
      />
      <ChampJour
        {...champ('experienceDepuis')}
        libelle="Auprès de jeunes enfants depuis le"
        aide="Un an suffit pour assurer la continuité de direction en catégorie 2"
      />
      <ChampJour {...champ('au')} libelle="Jusqu’au" aide="Vide : sans fin connue" />
    </>
  );
}
