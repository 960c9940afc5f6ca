import { Introuvable } from '#server/errors.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { MOTIFS_ABSENCE_ENFANT } from '../absence.ts';
import { recordAbsenceEnfant } from '../data/absences-commands.server.ts';
import { ABSENT, getCreche, getEnfant } from '../data/familles.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import type { Route } from './+types/absence.ts';
import { buildFil, formatAdresseFamille } from './adresses.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const enfant = await getEnfant(tx, args.params.id);
    const creche = await getCreche(tx, enfant.etablissementId);
    if (!canUpdateAccueil(agent, creche)) throw new Introuvable(ABSENT);
    return { enfant, creche, depart: { prevenueLe: aujourdhui } };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordAbsenceEnfant,
    avec: { enfantId: args.params.id },
    vers: ({ familleId }) => formatAdresseFamille(familleId),
    fait: ({ raison }) => `Absence inscrite. ${raison}`,
  });
}

export default function SaisieAbsence({ loaderData: { enfant, creche, depart }, actionData }: Route.ComponentProps) {
  const { champ } = readValeurs(actionData, depart);
  return (
    <Saisie
      titre="Inscrire une absence"
      sous={formatNom(enfant.nom, enfant.prenom)}
      fil={buildFil(creche)}
      acte="Inscrire l’absence"
      retour={formatAdresseFamille(enfant.familleId)}
      rendue={actionData}
      intro="Hospitalisation, éviction et maladie au-delà de la carence se déduisent de la facture, une fois la pièce reçue (liste à confirmer)."
    >
      <ChampJour {...champ('du')} libelle="Premier jour" requis />
      <ChampJour {...champ('au')} libelle="Dernier jour" requis />
      <Radios {...champ('motif')} libelle="Motif" requis choix={buildChoix(MOTIFS_ABSENCE_ENFANT)} />
      <ChampJour {...champ('prevenueLe')} libelle="La famille a prévenu le" requis />
      <CasesACocher
        nom="justifiee"
        libelle="Pièce"
        choix={[
          {
            valeur: 'oui',
            libelle: 'La pièce qui la justifie est reçue',
            aide: 'Certificat médical, bulletin d’hospitalisation, décision d’éviction.',
          },
        ]}
        valeurs={actionData && 'justifiee' in actionData.valeurs ? ['oui'] : []}
      />
    </Saisie>
  );
}
