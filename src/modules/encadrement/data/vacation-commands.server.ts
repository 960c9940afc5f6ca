import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus, verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { VacationSaisie } from '../acte-saisie.ts';
import { canTenirPlanning } from '../droits.ts';
import type { Segment } from '../prevision.ts';
import { computeBords, isAbsent } from '../rules/postes.ts';
import { evaluateJourneeDeTravail } from '../rules/temps-travail.ts';
import { buildCrecheOuverte } from '../rules/territoire.ts';
import { readPrevision } from './previsions.server.ts';

async function loadJournee({ tx }: Contexte, { etablissementId, jour, professionnelId }: VacationSaisie) {
  const prevision = await readPrevision(tx, { du: addJours(jour, -1), au: addJours(jour, 1) });
  const etablissement = prevision.etablissements.find(({ id }) => id === etablissementId);
  const professionnel = prevision.professionnels.find(({ id }) => id === professionnelId);
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
    const { jour, geste, professionnelId, etablissementId } = saisie;
    if (!buildCrecheOuverte(etablissement, jour, [])) throw new Refus('La crèche est fermée ce jour.', [], 'geste');
    const trace = { objetId: etablissementId, detail: { jour, geste, professionnelId } };
    if (geste === 'HORAIRE') {
      await closeJournee(contexte.tx, professionnelId, jour);
      return { resultat: etablissementId, trace };
    }
    if (isAbsent(professionnel, jour))
      throw new Refus(
        'Cette personne est absente ce jour : son absence est inscrite à l’organisation.',
        [],
        'professionnelId',
      );
    const segments = buildSegments(saisie);
    verifyVerdict(
      evaluateJourneeDeTravail({
        plages: segments.filter(({ nature }) => nature === 'POSTE' || nature === 'REUNION'),
        ...computeBords(professionnel, jour),
      }),
      'fin',
    );
    await recordJournees(contexte, {
      jour,
      motif: saisie.motif ?? '',
      vacations: segments.map((segment) => ({ ...segment, professionnelId, etablissementId })),
    });
    return { resultat: etablissementId, trace };
  },
  contraintes: { vacation_un_seul_lieu: 'Cette personne est déjà attendue ailleurs à ces heures.' },
});

type SegmentSaisi = Omit<Segment, 'nature'> & { nature: Segment['nature'] | 'ABSENT' };

function buildSegments({ geste, debut, fin, pauseDebut, pauseFin }: VacationSaisie): SegmentSaisi[] {
  if (geste === 'ABSENT') return [{ debut: 0, fin: 1440, nature: 'ABSENT' }];
  const nature = geste === 'REUNION' ? 'REUNION' : 'POSTE';
  const bornes = { debut: debut ?? 0, fin: fin ?? 0 };
  if (pauseDebut === null || pauseFin === null) return [{ ...bornes, nature }];
  return [
    { debut: bornes.debut, fin: pauseDebut, nature },
    { debut: pauseDebut, fin: pauseFin, nature: 'PAUSE' as const },
    { debut: pauseFin, fin: bornes.fin, nature },
  ].filter((segment) => segment.fin > segment.debut) as SegmentSaisi[];
}

type Journees = Readonly<{
  jour: JourCivil;
  motif: string;
  vacations: readonly Readonly<{
    professionnelId: string;
    etablissementId: string;
    debut: number;
    fin: number;
    nature: string;
  }>[];
}>;

/** Écrit la journée entière de chacun : ce qui était inscrit pour ce jour s'efface. */
export async function recordJournees({ tx, agent }: Contexte, { jour, motif, vacations }: Journees): Promise<void> {
  const personnes = [...new Set(vacations.map(({ professionnelId }) => professionnelId))];
  for (const professionnelId of personnes) await closeJournee(tx, professionnelId, jour);
  await tx
    .insertInto('eaje.vacation')
    .values(vacations.map((vacation) => ({ id: createIdentifiant(), jour, motif, decideePar: agent.id, ...vacation })))
    .execute();
}

/** Efface ce qui remplaçait l'horaire ce jour. */
async function closeJournee(tx: Contexte['tx'], professionnelId: string, jour: JourCivil): Promise<void> {
  await tx
    .deleteFrom('eaje.vacation')
    .where('professionnelId', '=', professionnelId)
    .where('jour', '=', jour)
    .execute();
}
