import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';

/** The system account PostgreSQL runs under. Undefined ids mean: the same account as Marelle. */
export type Account = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses root: under root, it runs as another account that already exists on the machine. */
export function findAccount(existingCluster: string | undefined): Account {
  if (process.getuid?.() !== 0) return {};
  const owner = existingCluster === undefined ? undefined : statSync(existingCluster);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = findUser('postgres') ?? findUser('nobody');
  if (account === undefined) {
    throw new ErreurExploitation(
      "PostgreSQL refuse de tourner sous root et aucun compte « postgres » ni « nobody » n'existe : lancez Marelle sous un compte ordinaire.",
    );
  }
  return account;
}

function findUser(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((text) => text.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Asked of the system rather than computed from modes: access lists and mount options count too. */
export function canEnter(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/' }).status === 0;
}
