import { expect, it } from 'vitest';
import { listBalises } from '#documents/word-balises.ts';
import { buildExemple, listFautes } from '#modules/trames/rules/balises.ts';
import { listNatures } from './natures-document.server.ts';

it.each(listNatures())(
  '$titre : la trame de Marelle n’emploie que ses balises, et chacune a son exemple',
  async ({ balises, modele }) => {
    expect(listFautes(listBalises(await modele()), balises)).toEqual([]);
    expect(Object.keys(buildExemple(balises))).toEqual(Object.keys(balises));
  },
);
