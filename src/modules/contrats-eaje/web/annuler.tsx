import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { MOTIFS_ABSENCE_ENFANT } from '../absence.ts';
import { NATURES_ACCUEIL } from '../contrat.ts';
import { closeAbsenceEnfant, closeReservation } from '../data/absences-commands.server.ts';
import { getAbsence, getReservation } from '../data/contrats.server.ts';
import { ABSENT, getCreche, getEnfant } from '../data/familles.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import type { Route } from './+types/annuler.ts';
import { buildFil, formatAdresseFamille } from './adresses.ts';

const isAbsence = (request: Request) => new URL(request.url).pathname.includes('/creches/absences/');

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const { id } = args.params;
    const absence = isAbsence(args.request);
    const { enfantId, quoi } = absence ? await readAbsence(tx, id) : await readReservation(tx, id);
    const enfant = await getEnfant(tx, enfantId);
    const creche = await getCreche(tx, enfant.etablissementId);
    if (!canUpdateAccueil(agent, creche)) throw new Introuvable(ABSENT);
    return { enfant, creche, absence, quoi };
  });
}

type Tx = Parameters<typeof getAbsence>[0];

async function readAbsence(tx: Tx, id: string) {
  const { enfantId, motif, du, au } = await getAbsence(tx, id);
  return { enfantId, quoi: `${MOTIFS_ABSENCE_ENFANT[motif]}, ${formatPeriode(du, au)}` };
}

async function readReservation(tx: Tx, id: string) {
  const { enfantId, nature, jour, debut, fin } = await getReservation(tx, id);
  const heures = `de ${formatMinutes(debut)} à ${formatMinutes(fin)}`;
  return { enfantId, quoi: `${NATURES_ACCUEIL[nature]}, ${formatJour(jour, 'complet')} ${heures}` };
}

export function action(args: Route.ActionArgs) {
  const commun = { avec: { id: args.params.id }, vers: formatAdresseFamille };
  return isAbsence(args.request)
    ? actPage(args, { ...commun, command: closeAbsenceEnfant, fait: 'Absence annulée : l’enfant est attendu.' })
    : actPage(args, { ...commun, command: closeReservation, fait: 'Réservation annulée.' });
}

export default function Annulation({
  loaderData: { enfant, creche, absence, quoi },
  actionData,
}: Route.ComponentProps) {
  return (
    <Saisie
      titre={absence ? 'Annuler une absence' : 'Annuler une réservation'}
      sous={formatNom(enfant.nom, enfant.prenom)}
      fil={buildFil(creche, { titre: 'Famille', href: formatAdresseFamille(enfant.familleId) })}
      acte={absence ? 'Annuler cette absence' : 'Annuler cette réservation'}
      danger
      retour={formatAdresseFamille(enfant.familleId)}
      rendue={actionData}
      intro={`${quoi}. Une fois annulée, elle ne compte plus, ni au planning ni sur la facture ; le journal garde ce qu’elle disait et pourquoi.`}
    >
      <ChampTexte {...buildChamp(actionData)('raison')} libelle="Pourquoi" requis />
    </Saisie>
  );
}
