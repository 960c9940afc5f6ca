import { beforeAll, describe, expect, it } from 'vitest';
import type { InformationPosee } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { withBase } from '#tests/support/base.ts';
import { createEquipe } from '../testing/evaluation-essai.ts';
import { recordRemise } from './rapport-commands.server.ts';
import { updateRubriques } from './redaction-commands.server.ts';
import { computeEmpreinte, listRubriquesEcrites } from './redaction-queries.server.ts';

const base = withBase();
let e: Awaited<ReturnType<typeof createEquipe>>;
let information: InformationPosee;
beforeAll(async () => {
  e = await createEquipe(base);
});

const ecrire = (agent: string, champs: Record<string, unknown>, mineurId: string | null = null) =>
  base.asAgent(agent, (c) =>
    executeCommand(c, updateRubriques, { informationId: information.id, mineurId, ...champs }),
  );
const lire = async (mineurId: string | null = null) => {
  const lues = await base.asAgent(e.agents.cadre, (c) => listRubriquesEcrites(c, information.id, mineurId));
  return Object.fromEntries(lues.map(({ code, texte, par, version }) => [code, { texte, par, version }]));
};
/** Le formulaire tel que la page l'a donné, avec ce que l'on y tape. */
const page = async (tape: Record<string, string>, mineurId: string | null = null) => {
  const lues = await lire(mineurId);
  const champs: Record<string, string> = {};
  for (const code of ['contexte', 'capacites', 'ressources']) {
    const { texte = '', version = 0 } = lues[code] ?? {};
    champs[`texte.${code}`] = tape[code] ?? texte;
    champs[`version.${code}`] = String(version);
    champs[`empreinte.${code}`] = computeEmpreinte(texte);
  }
  return champs;
};

describe('Deux personnes écrivent le même rapport', () => {
  beforeAll(async () => {
    information = await e.poser('en-evaluation');
  });

  it('chacune sa rubrique, ouvertes en même temps : rien ne se perd et chacun signe la sienne', async () => {
    const uneEtAutre = [
      await page({ capacites: 'Elle appelle l’école.' }),
      await page({ ressources: 'La tante garde Tom.' }),
    ];
    await ecrire(e.agents.educatrice, uneEtAutre[0]!);
    await ecrire(e.agents.psychologue, uneEtAutre[1]!);
    expect(await lire()).toEqual({
      capacites: { texte: 'Elle appelle l’école.', par: 'Alma Agent', version: 1 },
      ressources: { texte: 'La tante garde Tom.', par: 'Bruno Agent', version: 1 },
    });
  });

  it('la même rubrique : la seconde reçoit le texte de la première, et rien n’est remplacé', async () => {
    const premiere = await page({ capacites: 'Elle appelle l’école chaque matin.' });
    const seconde = await page({ capacites: 'Elle ne répond plus.', contexte: 'Troisième information.' });
    await ecrire(e.agents.educatrice, premiere);
    const rendu = await ecrire(e.agents.psychologue, seconde);
    expect(rendu.conflits).toMatchObject([
      { code: 'capacites', texte: 'Elle appelle l’école chaque matin.', par: 'Alma Agent', version: 2 },
    ]);
    expect(rendu.ecrites).toMatchObject([{ code: 'contexte', version: 1 }]);
    expect((await lire()).capacites?.texte).toBe('Elle appelle l’école chaque matin.');
  });

  it('ayant lu les deux textes, elle remplace en connaissance de cause', async () => {
    const reprise = await page({ capacites: 'Elle appelle l’école, mais ne répond plus au service.' });
    expect(await ecrire(e.agents.psychologue, reprise)).toMatchObject({ conflits: [], ecrites: [{ version: 3 }] });
  });

  it('une page restée ouverte, sans y toucher, n’efface pas ce qu’un autre a écrit', async () => {
    const ancienne = await page({});
    await ecrire(e.agents.educatrice, await page({ ressources: 'La tante et la voisine.' }));
    const rendu = await ecrire(e.agents.psychologue, { ...ancienne, 'texte.contexte': 'Quatrième information.' });
    expect(rendu.conflits).toEqual([]);
    expect((await lire()).ressources?.texte).toBe('La tante et la voisine.');
    expect((await lire()).contexte?.texte).toBe('Quatrième information.');
  });

  it('le même instant, deux transactions : une seule écrit, l’autre voit le conflit', async () => {
    const champs = (texte: string) => ({
      'texte.besoins': texte,
      'version.besoins': '0',
      'empreinte.besoins': computeEmpreinte(''),
    });
    const [lea = ''] = information.mineurs;
    const rendus = await Promise.all([
      ecrire(e.agents.educatrice, champs('Un'), lea),
      ecrire(e.agents.psychologue, champs('Deux'), lea),
    ]);
    expect(rendus.map(({ ecrites }) => ecrites.length).toSorted()).toEqual([0, 1]);
    expect(rendus.map(({ conflits }) => conflits.length).toSorted()).toEqual([0, 1]);
    const perdant = rendus.find(({ conflits }) => conflits.length > 0);
    expect(perdant?.conflits[0]?.texte).toBe((await lire(lea)).besoins?.texte);
  });

  it('des fins de ligne d’un autre clavier ne sont pas un changement', async () => {
    await ecrire(e.agents.educatrice, await page({ contexte: 'Un.\nDeux.' }));
    const rendu = await ecrire(e.agents.psychologue, await page({ contexte: 'Un.\r\nDeux.\r\n' }));
    expect(rendu).toEqual({ ecrites: [], conflits: [] });
  });
});

describe('Qui écrit, et quand', () => {
  beforeAll(async () => {
    information = await e.poser('en-evaluation');
  });
  it('l’équipe seule', async () => {
    for (const agent of [e.agents.cadre, e.agents.crip, e.agents.collegue, e.agents.cadreSud])
      await expect(ecrire(agent, await page({ contexte: 'Hors équipe' }))).rejects.toMatchObject({
        name: 'Introuvable',
      });
  });
  it('le volet d’un mineur de ce foyer, pas d’un autre', async () => {
    const ailleurs = await e.poser('en-evaluation');
    await expect(ecrire(e.agents.educatrice, await page({ contexte: 'x' }), ailleurs.mineurs[0])).rejects.toMatchObject(
      { name: 'Refus' },
    );
  });
  it('plus rien une fois le rapport remis', async () => {
    const champs = await page({ contexte: 'Trop tard' });
    await base.executeSql("update ip.information set etat = 'rapport-remis', version = version + 1 where id = $1", [
      information.id,
    ]);
    await expect(ecrire(e.agents.educatrice, champs)).rejects.toMatchObject({ name: 'Refus' });
    await expect(e.faire(e.agents.educatrice, recordRemise, information)).rejects.toMatchObject({ name: 'Refus' });
  });
});
