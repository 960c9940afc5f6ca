import type { Transaction } from '#database/connection.ts';
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
import {
  ABSENT,
  findFamille,
  getCreche,
  getEnfant,
  getFamilleDesRessources,
  listRessources,
} from '../data/familles.server.ts';
import { closeRessources } from '../data/familles-commands.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import { formatEuros, ORIGINES_RESSOURCES } from '../participation.ts';
import type { Route } from './+types/annuler.ts';
import { buildFil, formatAdresseFamille } from './adresses.ts';

const NOMS = { absences: 'une absence', reservations: 'une réservation', ressources: 'des ressources' };
type Genre = keyof typeof NOMS;

const SUITES: Record<Genre, string> = {
  absences: 'Une fois annulée, elle ne compte plus, ni au planning ni sur la facture',
  reservations: 'Une fois annulée, elle ne compte plus, ni au planning ni sur la facture',
  ressources: 'Une fois annulées, celles d’avant valent de nouveau ; un tarif déjà signé ne change que par un avenant',
};

/** Ce que dit l'adresse : `/creches/absences/…/annuler`. */
const findGenre = (request: Request): Genre => {
  const [, genre] = /\/creches\/(absences|reservations|ressources)\//.exec(new URL(request.url).pathname) ?? [];
  if (genre === undefined) throw new Introuvable(ABSENT);
  return genre as Genre;
};

type Annulable = { familleId: string; etablissementId: string; qui: string; quoi: string };

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const genre = findGenre(args.request);
    const { familleId, etablissementId, qui, quoi } = await READS[genre](tx, args.params.id);
    const creche = await getCreche(tx, etablissementId);
    if (!canUpdateAccueil(agent, creche)) throw new Introuvable(ABSENT);
    return { genre, familleId, creche, qui, quoi };
  });
}

const READS: Record<Genre, (tx: Transaction, id: string) => Promise<Annulable>> = {
  absences: async (tx, id) => {
    const { enfantId, motif, du, au } = await getAbsence(tx, id);
    return readEnfant(tx, enfantId, `${MOTIFS_ABSENCE_ENFANT[motif]}, ${formatPeriode(du, au)}`);
  },
  reservations: async (tx, id) => {
    const { enfantId, nature, jour, debut, fin } = await getReservation(tx, id);
    const heures = `de ${formatMinutes(debut)} à ${formatMinutes(fin)}`;
    return readEnfant(tx, enfantId, `${NATURES_ACCUEIL[nature]}, ${formatJour(jour, 'complet')} ${heures}`);
  },
  ressources: async (tx, id) => {
    const familleId = await getFamilleDesRessources(tx, id);
    const famille = await findFamille(tx, familleId);
    const annulees = (await listRessources(tx, familleId)).find((ressources) => ressources.id === id);
    if (famille === undefined || annulees === undefined) throw new Introuvable(ABSENT);
    const { du, au, annuellesCentimes, origine } = annulees;
    const montant = annuellesCentimes === null ? 'inconnues' : formatEuros(annuellesCentimes);
    const quoi = `${ORIGINES_RESSOURCES[origine]}, ${montant}, ${formatPeriode(du, au)}`;
    return { familleId, etablissementId: famille.etablissementId, qui: `Famille ${famille.nom}`, quoi };
  },
};

async function readEnfant(tx: Transaction, id: string, quoi: string): Promise<Annulable> {
  const { familleId, etablissementId, nom, prenom } = await getEnfant(tx, id);
  return { familleId, etablissementId, qui: formatNom(nom, prenom), quoi };
}

export function action(args: Route.ActionArgs) {
  const commun = { avec: { id: args.params.id }, vers: formatAdresseFamille };
  const genre = findGenre(args.request);
  if (genre === 'absences')
    return actPage(args, { ...commun, command: closeAbsenceEnfant, fait: 'Absence annulée : l’enfant est attendu.' });
  if (genre === 'reservations')
    return actPage(args, { ...commun, command: closeReservation, fait: 'Réservation annulée.' });
  return actPage(args, { ...commun, command: closeRessources, fait: 'Ressources annulées.' });
}

export default function Annulation({
  loaderData: { genre, familleId, creche, qui, quoi },
  actionData,
}: Route.ComponentProps) {
  return (
    <Saisie
      titre={`Annuler ${NOMS[genre]}`}
      sous={qui}
      fil={buildFil(creche, { titre: 'Famille', href: formatAdresseFamille(familleId) })}
      acte={`Annuler ${NOMS[genre].replace(/^une /, 'cette ').replace(/^des /, 'ces ')}`}
      danger
      retour={formatAdresseFamille(familleId)}
      rendue={actionData}
      intro={`${quoi}. ${SUITES[genre]} ; le journal garde ce qui était inscrit, et pourquoi.`}
    >
      <ChampTexte {...buildChamp(actionData)('raison')} libelle="Pourquoi" requis />
    </Saisie>
  );
}
