import { describe, expect, it } from 'vitest';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { HABILITATIONS_DU_PROFIL, type Profil } from '#shared/habilitation.ts';
import { canAccueillir, canFinancer, canReadCreche, canSuivre, canTenirCreche } from './index.ts';

const ACTES = { canReadCreche, canTenirCreche, canAccueillir, canFinancer, canSuivre };
const asProfil = (profil: Profil, ...unites: string[]) =>
  ({ habilitations: HABILITATIONS_DU_PROFIL[profil], unites }) as unknown as AgentEnSession;
const listPermis = (agent: AgentEnSession, uniteId: string) =>
  Object.entries(ACTES)
    .filter(([, can]) => can(agent, { uniteId }))
    .map(([nom]) => nom);

describe('Qui peut quoi sur une crèche de son périmètre', () => {
  it.each([
    ['responsable-territoire-petite-enfance', Object.keys(ACTES)],
    ['responsable-eaje', ['canReadCreche', 'canAccueillir', 'canSuivre']],
    ['directeur', ['canReadCreche', 'canFinancer', 'canSuivre']],
    ['referent-educatif', []],
    ['administrateur', []],
  ] as const)('%s', (profil, permis) => {
    expect(listPermis(asProfil(profil, 'creche'), 'creche')).toEqual(permis);
    expect(listPermis(asProfil(profil, 'autre'), 'creche')).toEqual([]);
  });
});
