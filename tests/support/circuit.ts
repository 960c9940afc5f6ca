import { inject } from 'vitest';
import { openRole } from './exploration.ts';

type Champs = Readonly<Record<string, string | readonly string[]>>;

/** A form of the application, sent as a browser without JavaScript would: what the page hides is sent back. */
export async function submitFormulaire(
  cookie: string,
  chemin: string,
  champs: Champs,
): Promise<{ statut: number; vers: string; html: string }> {
  const origine = inject('adresse');
  const page = await (await fetch(origine + chemin, { headers: { cookie } })).text();
  const corps = new URLSearchParams();
  for (const [, attributs = ''] of page.matchAll(/<input type="hidden"([^>]*)>/g)) {
    const nom = /name="([^"]*)"/.exec(attributs)?.[1];
    if (nom && !(nom in champs)) corps.append(nom, /value="([^"]*)"/.exec(attributs)?.[1] ?? '');
  }
  for (const [nom, valeurs] of Object.entries(champs)) for (const valeur of [valeurs].flat()) corps.append(nom, valeur);
  const reponse = await fetch(origine + chemin, {
    method: 'POST',
    body: corps,
    headers: { cookie, origin: origine },
    redirect: 'manual',
  });
  return { statut: reponse.status, vers: reponse.headers.get('location') ?? '', html: await reponse.text() };
}

async function executeEtape(cookie: string, chemin: string, champs: Champs): Promise<string> {
  const { statut, vers, html } = await submitFormulaire(cookie, chemin, champs);
  if (statut !== 303)
    throw new Error(`${chemin} : ${statut}\n${html.replace(/<[^>]*>/g, ' ').match(/à corriger.{0,400}/s)?.[0] ?? ''}`);
  return vers;
}

/** An information received by the cell, qualified, and given to the named évaluateurs; the address of its page. */
export async function createInformationAttribuee(equipe: readonly RegExp[], territoire: RegExp): Promise<string> {
  const crip = await openRole(inject('adresse'), 'crip');
  const information = await executeEtape(crip, '/informations/nouvelle', {
    urgence: 'ordinaire',
    recueLe: '20/11/2026',
    recueHeure: '09:00',
    source: 'education-nationale',
    canal: 'telephone',
    auteurNom: 'Mme Essai',
    'mineurs.0.prenom': 'Léa',
    'mineurs.0.nom': 'Parcours',
    'mineurs.0.role': 'signale',
    'mineurs.0.dateNaissance': '04/03/2015',
    'mineurs.0.sexe': 'feminin',
    'mineurs.1.prenom': 'Tom',
    'mineurs.1.nom': 'Parcours',
    'mineurs.1.role': 'autre-du-foyer',
    'mineurs.1.dateNaissance': '05/06/2020',
    'mineurs.1.sexe': 'masculin',
    'adultes.0.prenom': 'Ana',
    'adultes.0.nom': 'Parcours',
    'adultes.0.qualite': 'mere',
    'adultes.0.titulaire': 'oui',
    faits: 'Léa dit avoir peur de rentrer chez elle.',
  });
  await executeEtape(crip, `${information}/analyse`, { urgence: 'ordinaire' });
  await executeEtape(crip, `${information}/qualification`, {
    qualifieeLe: '20/11/2026',
    urgence: 'ordinaire',
    'typesDanger[]': ['negligences'],
  });
  const page = await (
    await fetch(`${inject('adresse')}${information}/attribution`, { headers: { cookie: crip } })
  ).text();
  const unite = [...page.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)].find(([, , nom = '']) =>
    territoire.test(nom),
  );
  const attribution = `${information}/attribution?unite=${unite?.[1]}`;
  const candidats = await (await fetch(inject('adresse') + attribution, { headers: { cookie: crip } })).text();
  const cases = [...candidats.matchAll(/name="evaluateurs\[\]"[^>]*value="([^"]*)"[^>]*>\s*<span>([^<]*)</g)];
  const choisis = equipe.map((nom) => cases.find(([, , libelle = '']) => nom.test(libelle))?.[1] ?? '');
  if (choisis.includes('')) throw new Error(`Absents de ${unite?.[2]} : ${cases.map(([, , nom]) => nom).join(', ')}`);
  await executeEtape(crip, attribution, { 'evaluateurs[]': choisis, motif: 'Parcours.' });
  return information;
}
