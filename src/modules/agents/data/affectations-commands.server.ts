import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import { canUpdateOrganisation } from '#modules/organisation/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { closePeriode, updateVersion, verifyOrdre } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDaterange, type Periode } from '#shared/periode.ts';
import { type Affectation, AffectationFermeture, AffectationSaisie } from '../affectation.ts';
import { findAgent } from './agents.server.ts';
import { findPoste } from './postes.server.ts';

const contraintes = {
  affectation_un_titulaire: {
    phrase: 'Ce poste a déjà un titulaire sur une partie de ces jours : terminez d’abord son affectation.',
    champ: 'posteId',
  },
  affectation_une_fois: { phrase: 'Cet agent tient déjà ce poste sur une partie de ces jours.', champ: 'posteId' },
};

export const recordAffectation = defineCommand({
  name: 'organisation.affectation.enregistrer',
  titre: 'Affecter un agent à un poste',
  saisie: AffectationSaisie,
  can: canUpdateOrganisation,
  contraintes,
  run: async ({ tx }, { du, au, ...champs }) => {
    const poste = await findPoste(tx, champs.posteId);
    if (!poste) throw new Refus('Ce poste n’existe pas.', [], 'posteId');
    verifyDans({ du, au }, poste, 'Le poste est ouvert', 'posteId');
    const agent = await findAgent(tx, champs.agentId);
    if (!agent) throw new Refus('Cet agent n’existe pas.', [], 'agentId');
    verifyDans({ du, au }, agent, 'L’agent est au département', 'agentId');
    const id = createIdentifiant();
    await tx
      .insertInto('organisation.affectation')
      .values({ id, ...champs, periode: formatDaterange({ du, au }) })
      .execute();
    return { resultat: { id, ...champs }, trace: { objetId: id, detail: { ...champs, du, au } } };
  },
});

export const closeAffectation = defineCommand({
  name: 'organisation.affectation.terminer',
  titre: 'Terminer une affectation',
  saisie: AffectationFermeture,
  load: loadAffectation,
  can: canUpdateOrganisation,
  contraintes,
  run: async ({ tx }, { id, version, au }, avant) => {
    verifyOrdre(avant.du, au);
    const changement = tx.updateTable('organisation.affectation').set({ periode: closePeriode(au) });
    await updateVersion(changement, { id, version }, async () => {
      const { au: fin } = await loadAffectation({ tx }, { id });
      return { 'Dernier jour': fin ? formatJour(fin, 'court') : '' };
    });
    return { resultat: avant, trace: { objetId: id, detail: { au } } };
  },
});

async function loadAffectation({ tx }: { tx: Transaction }, { id }: { id: string }): Promise<Affectation> {
  const affectation = await findAffectation(tx, id);
  if (!affectation) throw new Introuvable('Absente, ou hors de vos missions.');
  return affectation;
}

export async function findAffectation(tx: Contexte['tx'], id: string): Promise<Affectation | undefined> {
  const { rows } = await sql<Affectation>`
    select f.id, f.poste_id, f.agent_id, f.nature, ${buildBornes('f.periode')}, f.version
    from organisation.affectation f where f.id = ${id}`.execute(tx);
  return rows[0];
}

function verifyDans({ du, au }: Periode, cadre: Periode, sujet: string, champ: string): void {
  const tient = du >= cadre.du && (cadre.au === null || (au !== null && au <= cadre.au));
  if (tient) return;
  const fin = cadre.au === null ? '' : ` au ${formatJour(cadre.au, 'long')}`;
  throw new Refus(`${sujet} du ${formatJour(cadre.du, 'long')}${fin} : l’affectation doit y tenir.`, [], champ);
}
