import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listLignes } from '#tests/support/base-vide.ts';
import { createDossierTemporaire } from '#tests/support/dossier-temporaire.ts';
import { type EmbeddedServer, openRunningServer, startEmbeddedServer } from './embedded-server.ts';

const { dossier: parent, remove } = createDossierTemporaire();
const dossier = join(parent, 'donnees');
const secret = 'un secret de test';
let server: EmbeddedServer;
beforeAll(async () => {
  server = await startEmbeddedServer({ dossier, secret, sansDurabilite: true });
});
afterAll(async () => {
  await server.stop();
  remove();
});

it('joint la base d’une Marelle ouverte sans la gêner, et seulement avec son secret', async () => {
  const jointe = await openRunningServer({ dossier, secret });
  expect(jointe?.urlProprietaire).toBe(server.urlProprietaire);
  await jointe?.stop();
  expect(await listLignes(server.urlProprietaire, 'select 1 as un')).toEqual([{ un: 1 }]);
  await expect(openRunningServer({ dossier, secret: 'un autre' })).rejects.toThrow('autre secret');
});
