import { describe, expect, it } from 'vitest';
import { REGLES } from '#modules/echeances/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { DroitFiltre, listModules, listRegles, listReglesFiltrees } from './droit-view.ts';

const regles = listRegles(jourCivil('2026-11-21'));

function listCles(filtre: Record<string, string>): string[] {
  return listReglesFiltrees(regles, DroitFiltre.parse(filtre)).map(({ cle }) => cle);
}

describe('la page « Le droit »', () => {
  it('montre chaque règle qui fait devoir quelque chose, avec sa lecture, ses essais et ce qui n’est pas traité', () => {
    const vues = regles.filter(({ faits }) => faits.length > 0);
    expect(vues.map(({ cle }) => cle)).toEqual(REGLES.map(({ id }) => id));
    const incompletes = vues.filter(
      ({ textes, lecture, essais, nonTraite }) =>
        textes.length === 0 || lecture === '' || essais.length === 0 || nonTraite === null,
    );
    expect(incompletes.map(({ cle }) => cle)).toEqual([]);
  });

  it('montre aussi les règles qui jugent un acte', () => {
    expect(listCles({ module: 'delegations' }).length).toBeGreaterThan(0);
  });

  it('se cherche par identifiant, par article et par mots, sans égard aux accents ni à la casse', () => {
    expect(listCles({ q: 'ip-010' })).toContain('IP-010');
    expect(listCles({ q: 'D226-2-4 ÉVALUATION' })).toContain('IP-010');
    expect(listCles({ q: 'referent', module: 'acces' })).toContain('CON-002');
    expect(listCles({ q: 'zzz' })).toEqual([]);
  });

  it('se filtre par confiance : un texte suffit', () => {
    expect(listCles({ confiance: 'local' })).toContain('CON-002');
    expect(listCles({ confiance: 'verifie' })).toContain('IP-010');
    expect(listCles({ confiance: 'verifie' })).not.toContain('CON-002');
  });

  it('un filtre abîmé ne filtre pas', () => {
    expect(listCles({ confiance: 'certain', relire: 'peut-être' })).toHaveLength(regles.length);
  });

  it('dit ce qui n’a pas été relu depuis un an : le jour anniversaire compte encore comme relu', () => {
    const find = (aujourdhui: string) => listRegles(jourCivil(aujourdhui)).find(({ cle }) => cle === 'IP-010')?.aRelire;
    expect(find('2027-04-03')).toBe(false);
    expect(find('2027-04-04')).toBe(true);
    expect(listCles({ relire: 'oui' })).toContain('CON-002');
  });

  it('nomme chaque module qui a une règle', () => {
    const illisibles = listModules(regles).filter(({ valeur, libelle }) => valeur === libelle);
    expect(illisibles).toEqual([]);
  });
});
