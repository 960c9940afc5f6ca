import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { ProfessionnelPrevu } from '#modules/eaje/index.ts';
import { evaluateJourneeDeTravail } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { VacationSaisie } from '../acte-saisie.ts';
import { canTenirPlanning } from '../droits.ts';
import type { Segment } from '../prevision.ts';
import { computeBords, computeEmpreinteDeJournee, isAbsent, listPostes } from '../rules/postes.ts';
import { formatPlages } from '../rules/quarts.ts';
import { buildCrecheOuverte } from '../rules/territoire.ts';
import { listResponsables, readPrevision } from './previsions.server.ts';

async function loadJournee({ tx }: Contexte, { etablissementId, jour, qui }: VacationSaisie) {
  const prevision = await readPrevision(tx, { du: addJours(jour, -1), au: addJours(jour, 1) });
  const etablissement = prevision.etablissements.find(({ id }) => id === etablissementId);
  const professionnel = prevision.professionnels.find(({ id }) => id === qui.professionnelId);
  if (!etablissement || !professionnel) throw new Introuvable('Absent, ou hors de vos missions.');
  return { uniteId: etablissement.uniteId, etablissement, professionnel };
}

/** Ce qui remplace l'horaire d'une personne un jour : ses heures, une réunion, une absence du matin, ou rien de tout cela. */
export const recordVacation = defineCommand({
  name: 'encadrement.vacation.inscrire',
  titre: 'Changer la journée d’un professionnel',
  saisie: VacationSaisie,
  load: loadJournee,
  can: canTenirPlanning,
  run: async (contexte, saisie, { etablissement, professionnel }) => {
    const { jour, geste, qui, etablissementId } = saisie;
    const { professionnelId } = qui;
    if (!buildCrecheOuverte(etablissement, jour, [])) throw new Refus('La crèche est fermée ce jour.', [], 'geste');
    if (qui.empreinte !== undefined && qui.empreinte !== computeEmpreinteDeJournee(professionnel, jour))
      throw buildConflit(professionnel, jour);
    if (geste !== 'HORAIRE' && isAbsent(professionnel, jour))
      throw new Refus('Cette personne est absente ce jour : son absence est inscrite à l’organisation.', [], 'qui');
    const segments = geste === 'HORAIRE' ? [] : buildSegments(saisie);
    verifyVerdict(
      evaluateJourneeDeTravail({
        plages: segments.filter(({ nature }) => nature !== 'PAUSE' && nature !== 'ABSENT'),
        ...computeBords(professionnel, jour),
      }),
      'fin',
    );
    await recordJournees(contexte, {
      jour,
      motif: saisie.motif ?? '',
      lieu: etablissement,
      personnes: [professionnel],
      vacations: segments.map((segment) => ({ ...segment, professionnelId, etablissementId })),
    });
    return {
      resultat: etablissementId,
      trace: { objetId: etablissementId, detail: { jour, geste, professionnelId } },
    };
  },
  contraintes: { vacation_un_seul_lieu: 'Cette personne est déjà attendue ailleurs à ces heures.' },
});

type SegmentSaisi = Omit<Segment, 'nature'> & { nature: Segment['nature'] | 'ABSENT' };

function buildSegments({ geste, debut, fin, pauseDebut, pauseFin }: VacationSaisie): SegmentSaisi[] {
  if (geste === 'ABSENT' || geste === 'HORAIRE') return [{ debut: 0, fin: 1440, nature: 'ABSENT' }];
  const nature = geste;
  const bornes = { debut: debut ?? 0, fin: fin ?? 0 };
  if (pauseDebut === null || pauseFin === null) return [{ ...bornes, nature }];
  const segments: SegmentSaisi[] = [
    { debut: bornes.debut, fin: pauseDebut, nature },
    { debut: pauseDebut, fin: pauseFin, nature: 'PAUSE' },
    { debut: pauseFin, fin: bornes.fin, nature },
  ];
  return segments.filter((segment) => segment.fin > segment.debut);
}

type VacationInscrite = SegmentSaisi & Readonly<{ professionnelId: string; etablissementId: string }>;
type Journees = Readonly<{
  jour: JourCivil;
  motif: string;
  /** La crèche d'où l'acte se fait. */
  lieu: Readonly<{ id: string; nom: string }>;
  /** Ceux dont la journée change, tels qu'on vient de les lire. */
  personnes: readonly ProfessionnelPrevu[];
  vacations: readonly VacationInscrite[];
}>;

/**
 * Écrit la journée entière de chacun : ce qui était inscrit pour ce jour s'efface ; sans vacation, il revient à son horaire. L'un après
 * l'autre sous un verrou, dans l'ordre : deux crèches ne placent pas la même personne sans se voir.
 */
export async function recordJournees(contexte: Contexte, journees: Journees): Promise<void> {
  const { tx, agent } = contexte;
  const { jour, motif, vacations } = journees;
  for (const personne of journees.personnes.toSorted((a, b) => a.id.localeCompare(b.id))) {
    const siennes = vacations.filter(({ professionnelId }) => professionnelId === personne.id);
    const effacees = await removeVacations(contexte, personne, jour, siennes);
    await sendReprises(contexte, personne, { ...journees, vacations: siennes, effacees });
  }
  if (vacations.length === 0) return;
  await tx
    .insertInto('eaje.vacation')
    .values(vacations.map((vacation) => ({ id: createIdentifiant(), jour, motif, decideePar: agent.id, ...vacation })))
    .execute();
}

type Inscrite = ProfessionnelPrevu['vacations'][number] & Readonly<{ decideePar: string | null }>;

/** Ce qui était inscrit ce jour, ôté ; un acte qui n'y changerait rien, ou pas tout, est refusé. */
async function removeVacations(
  { tx }: Contexte,
  personne: ProfessionnelPrevu,
  jour: JourCivil,
  nouvelles: readonly VacationInscrite[],
): Promise<readonly Inscrite[]> {
  await sql`select pg_advisory_xact_lock(1296126537, hashtext(${personne.id + jour}))`.execute(tx);
  const { rows: inscrites } = await sql<Inscrite>`
    select v.id, v.etablissement_id, v.jour, v.debut, v.fin, v.nature, v.motif, v.decidee_par from eaje.vacation v
    where v.professionnel_id = ${personne.id} and v.jour = ${jour} order by v.debut`.execute(tx);
  const actuelle = { ...personne, vacations: inscrites };
  if (computeEmpreinteDeJournee(actuelle, jour) !== computeEmpreinteDeJournee(personne, jour))
    throw buildConflit(actuelle, jour);
  if (formatVacations(inscrites) === formatVacations(nouvelles))
    throw new Refus(
      nouvelles.length === 0 ? 'Cette personne suit déjà son horaire ce jour.' : 'Sa journée est déjà celle-là.',
      [],
      'geste',
    );
  const { numDeletedRows } = await tx
    .deleteFrom('eaje.vacation')
    .where('professionnelId', '=', personne.id)
    .where('jour', '=', jour)
    .executeTakeFirst();
  if (Number(numDeletedRows) < inscrites.length)
    throw new Refus(
      'Sa journée est tenue par une autre crèche : elle seule, ou la sienne, peut la changer.',
      [],
      'qui',
    );
  return inscrites;
}

function formatVacations(vacations: readonly Omit<VacationInscrite, 'professionnelId'>[]): string {
  return vacations
    .map(({ etablissementId, debut, fin, nature }) => `${etablissementId} ${debut}-${fin} ${nature}`)
    .toSorted()
    .join();
}

function buildConflit(personne: ProfessionnelPrevu, jour: JourCivil): Conflit {
  const segments = listPostes(jour, [personne]).flatMap((poste) => poste.segments);
  return new Conflit('Sa journée a changé depuis que vous l’avez lue.', {
    [formatNom(personne.nom, personne.prenom)]: formatPlages(segments) || 'absent, ou sans horaire ce jour',
  });
}

/** Qui perd une personne le sait : sa crèche quand elle part ailleurs, qui avait décidé de ce qui s'efface. */
async function sendReprises(
  { tx, agent, aujourdhui }: Contexte,
  personne: ProfessionnelPrevu,
  { jour, lieu, vacations, effacees }: Journees & Readonly<{ effacees: readonly Inscrite[] }>,
): Promise<void> {
  const prete = personne.etablissementId !== null && personne.etablissementId !== lieu.id && vacations.length > 0;
  const siens = prete ? (await listResponsables(tx, personne.uniteId, aujourdhui)).map(({ agentId }) => agentId) : [];
  const decideurs = effacees
    .filter(({ etablissementId }) => etablissementId !== lieu.id)
    .map(({ decideePar }) => decideePar);
  const agents = [...new Set([...siens, ...decideurs])].filter((id) => id !== null && id !== agent.id);
  if (agents.length === 0) return;
  const heures = formatPlages(vacations.filter((v) => v.etablissementId === lieu.id && v.nature !== 'ABSENT'));
  const nom = formatNom(personne.nom, personne.prenom);
  const avis = {
    titre: `${nom}, ${formatJour(jour, 'semaine')} : journée changée par ${lieu.nom}`,
    texte: heures
      ? `${lieu.nom} l’attend ${heures}. Sa crèche peut la reprendre : « Revenir à son horaire », dans sa journée.`
      : 'Le renfort qui était inscrit ailleurs ce jour est retiré.',
    lien: `/creches/${personne.etablissementId ?? lieu.id}/jour?jour=${jour}`,
  };
  await tx
    .insertInto('organisation.avis')
    .values(agents.map((agentId) => ({ id: createIdentifiant(), agentId: agentId ?? '', ...avis })))
    .execute();
}
