/** Démarrer un serveur du banc dans son propre processus, et ouvrir la session de la responsable du pôle, qui voit tout le département. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BasePleine } from './base-pleine.ts';

const JETON = `mesure${randomBytes(12).toString('hex')}`;
export const TEMOIN = `marelle.session_token=${JETON}.x`;

/** L'agente, et un enfant de son périmètre. */
export async function openSession({ owner }: BasePleine): Promise<{ agentId: string; enfantId: string }> {
  const agent = await owner.query<{ agent_id: string; enfant_id: string }>(
    `select u.agent_id, m.enfant_id from comptes.utilisateur u
       join organisation.affectation f on f.agent_id = u.agent_id join organisation.poste p on p.id = f.poste_id and p.profil = 'responsable-pole'
       join organisation.unite_ascendance s on s.ancetre_id = p.unite_id
       join enfants.mission m on m.unite_id = s.unite_id and m.nature = 'territoire' and upper_inf(m.periode)
       join enfants.enfant e on e.id = m.enfant_id and not e.restreint order by m.enfant_id limit 1`,
  );
  const { agent_id: agentId, enfant_id: enfantId } = agent.rows[0] ?? { agent_id: '', enfant_id: '' };
  await owner.query(
    `insert into comptes.session (id, token, user_id, expires_at) select 'mesure', $1, id, now() + interval '1 hour' from comptes.utilisateur where agent_id = $2`,
    [JETON, agentId],
  );
  return { agentId, enfantId };
}

/** Le serveur lit son réglage d'un fichier du dossier, que lui seul peut ouvrir. */
export function startServeur(
  dossier: string,
  programme: string,
  reglage: unknown,
): Promise<{ child: ChildProcess; adresse: string }> {
  const fichier = join(dossier, `${programme}.json`);
  writeFileSync(fichier, JSON.stringify(reglage), { mode: 0o600 });
  const child = fork(join(import.meta.dirname, programme), [fichier], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${programme} s'est arrêté (${code})`)));
    child.once('message', (message) =>
      resolve({ child, adresse: `http://127.0.0.1:${(message as { port: number }).port}` }),
    );
  });
}
