import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { ServeurDeCourriels } from '#modules/alertes/testing/serveur-courriels.ts';
import { CourrielRefuse, CourrielsArretes, type Envoi, openEnvoi } from './courriels.ts';

const serveur = new ServeurDeCourriels();
let envoi: Envoi;
const COURRIEL = {
  id: '0b7c8a52-0000-7000-8000-000000000001',
  destinataire: 'agent@essai.example',
  objet: 'Marelle : 1 en retard',
  corps: 'Échéance à l’été\n',
};

beforeEach(async () => {
  serveur.recus.length = 0;
  serveur.refus.clear();
  await serveur.start();
  envoi = openEnvoi({ url: serveur.url, expediteur: 'marelle@essai.example', adresse: 'https://marelle.example' });
});
afterEach(async () => {
  envoi.close();
  await serveur.stop();
});
afterAll(() => serveur.stop());

test('un courriel part en texte, d’une adresse à l’autre, sous un identifiant qui ne change pas d’un essai à l’autre', async () => {
  await envoi.send(COURRIEL);
  await envoi.send(COURRIEL);
  const [premier, second] = serveur.recus;
  expect(premier).toMatchObject({ de: 'marelle@essai.example', a: 'agent@essai.example' });
  const identifiant = /^Message-ID: (.+)$/im;
  expect(identifiant.exec(premier?.texte ?? '')?.[1]).toBe('<0b7c8a52-0000-7000-8000-000000000001@marelle.example>');
  expect(identifiant.exec(second?.texte ?? '')?.[1]).toBe(identifiant.exec(premier?.texte ?? '')?.[1]);
  expect(premier?.texte).toMatch(/^Auto-Submitted: auto-generated$/im);
  expect(premier?.texte).toMatch(/^Content-Type: text\/plain; charset=utf-8$/im);
});

test('une adresse refusée ne concerne qu’elle ; les suivants partent par la même connexion', async () => {
  serveur.refus.set('parti@essai.example', 550);
  const refuse = await envoi.send({ ...COURRIEL, destinataire: 'parti@essai.example' }).catch((erreur) => erreur);
  expect(refuse).toBeInstanceOf(CourrielRefuse);
  expect(refuse.code).toBe('550');
  await envoi.send(COURRIEL);
  expect(serveur.recus).toHaveLength(1);
});

test('un serveur fermé, ou qui n’existe pas, fait tout attendre', async () => {
  await serveur.stop();
  await expect(envoi.send(COURRIEL)).rejects.toBeInstanceOf(CourrielsArretes);
});

test('une adresse ne peut porter ni seconde adresse, ni en-tête de plus', async () => {
  await envoi.send({ ...COURRIEL, objet: 'Marelle\r\nBcc: autre@essai.example' });
  expect(serveur.recus.map(({ a }) => a)).toEqual(['agent@essai.example']);
  expect(serveur.recus[0]?.texte).not.toMatch(/^Bcc:/im);
});
