import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { canUpdateOrganisation } from '#modules/organisation/index.ts';
import {
  type ActeEssaye,
  describeDroits,
  ROLES,
  type Role,
  withOrganisation,
} from '#modules/organisation/testing/organisation-en-base.ts';
import { executeCommand } from '#server/define-command.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { canReadMotif, canRecordAbsence } from '../droits.ts';
import { recordAbsence } from './absences-commands.server.ts';
import { getAgent } from './agent-fiche.server.ts';
import { getEquipeDe } from './agents.server.ts';

const base = withBase();
const o = withOrganisation(base);
const periode = '[2030-01-01,)';
const ACTES: ActeEssaye[] = [
  {
    nom: 'inscrire un agent',
    can: ({ agent }) => canUpdateOrganisation(agent),
    ecrit: ({ tx }) =>
      tx
        .insertInto('organisation.agent')
        .values({
          id: createIdentifiant(),
          matricule: createIdentifiant(),
          nom: 'x',
          prenom: 'x',
          metier: 'attache',
          periode,
        })
        .execute(),
    permis: ['administrateur'],
  },
  {
    nom: 'donner un profil de directeur à son propre poste',
    can: ({ agent }) => canUpdateOrganisation(agent),
    ecrit: async ({ tx, agent }) => {
      const { numAffectedRows } = await sql`update organisation.poste set profil = 'directeur' where id in (
        select poste_id from organisation.affectation where agent_id = ${agent.id})`.execute(tx);
      if (numAffectedRows === 0n) throw new Error('aucune ligne touchée');
    },
    permis: ['administrateur'],
  },
  {
    nom: 's’affecter à un autre poste',
    can: ({ agent }) => canUpdateOrganisation(agent),
    ecrit: ({ tx, agent }) =>
      tx
        .insertInto('organisation.affectation')
        .values({
          id: createIdentifiant(),
          agentId: agent.id,
          posteId: o.agents.directeur.posteId,
          nature: 'interim',
          periode,
        })
        .execute(),
    permis: ['administrateur'],
  },
];

describeDroits(o, ACTES);

describe('absences et motifs', () => {
  const ABSENCES: [Role, Role, boolean][] = [
    ['administrateur', 'referentNord', true],
    ['directeur', 'referentNord', true],
    ['cadreNord', 'referentNord', true],
    ['cadreSud', 'referentNord', false],
    ['referentSud', 'referentNord', false],
    ['referentNord', 'referentNord', false],
  ];
  test.each(ABSENCES)(
    '%s enregistre une absence de %s : %s, en TypeScript comme dans la base',
    async (role, cible, attendu) => {
      const { agentId } = o.agents[cible];
      const dit = await base.asAgent(o.agents[role].agentId, async (contexte) =>
        canRecordAbsence(contexte.agent, await getEquipeDe(contexte, agentId)),
      );
      expect(dit).toBe(attendu);
      const dansLaBase = await o.essaie(role, ({ tx }) =>
        tx
          .insertInto('organisation.absence')
          .values({ id: createIdentifiant(), agentId, periode: '[2026-11-21,2026-11-22)' })
          .execute(),
      );
      expect(dansLaBase).toBe(attendu);
    },
  );

  test('le motif n’est lu que de l’intéressé, de sa hiérarchie et de qui tient l’organisation ; l’absence, de tous', async () => {
    const { referentSud } = o.agents;
    await base.asAgent(o.agents.cadreSud.agentId, (contexte) =>
      executeCommand(contexte, recordAbsence, {
        agentId: referentSud.agentId,
        du: '20/11/2026',
        au: '30/11/2026',
        motif: 'maladie',
        commentaire: '',
      }),
    );
    for (const role of ROLES) {
      const { voit, dit } = await base.asAgent(o.agents[role].agentId, async (contexte) => {
        const fiche = await getAgent(contexte, referentSud.agentId);
        expect(fiche.absences).toHaveLength(1);
        return { voit: fiche.absences[0]?.motif === 'maladie', dit: canReadMotif(contexte.agent, fiche.droits) };
      });
      expect({ role, voit }).toEqual({ role, voit: dit });
      expect(dit).toBe(['directeur', 'administrateur', 'cadreSud', 'referentSud'].includes(role));
    }
  });

  test('deux absences qui se chevauchent donnent une phrase', async () => {
    const { referentSud, cadreSud } = o.agents;
    const encore = base.asAgent(cadreSud.agentId, (contexte) =>
      executeCommand(contexte, recordAbsence, {
        agentId: referentSud.agentId,
        du: '30/11/2026',
        au: '02/12/2026',
        motif: 'conge',
        commentaire: '',
      }),
    );
    await expect(encore).rejects.toThrow('Cet agent a déjà une absence enregistrée sur une partie de ces jours.');
  });
});
