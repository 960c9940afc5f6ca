import { beforeAll, describe, expect, test } from 'vitest';
import { findCode, getMesure } from '#modules/mesures/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { parseNumero } from '../calendrier.ts';
import { buildMondeCreches } from '../creches/monde.ts';
import { buildEnfants } from '../enfants/enfants.ts';
import { buildInformations } from '../informations/informations.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { LigneDelegation } from '../organisation/lignes.ts';
import { buildOrganisation } from '../organisation/organisation.ts';
import type { Profil } from '../parametres/profils.ts';
import type { LigneAccord, LigneActe, LigneDecision, LigneExecution, LigneMesure } from './lignes.ts';
import { buildMesures } from './mesures.ts';

function fabriquer(profil: Profil, echelle: number) {
  const commande = { profil, echelle, graine: 1 };
  const organisation = buildOrganisation(commande);
  const enfants = buildEnfants(commande, organisation);
  const informations = buildInformations({ commande, organisation, enfants });
  const creches = buildMondeCreches(commande, organisation);
  const lots = buildMesures({ commande, organisation, enfants, informations, creches });
  const lire = <L>(table: string) =>
    (lots.find((lot) => lot.table === `mesures.${table}`)?.lignes ?? []) as readonly L[];
  return {
    lots,
    enfants,
    informations,
    organisation,
    mesures: lire<LigneMesure>('mesure'),
    decisions: lire<LigneDecision>('decision'),
    accords: lire<LigneAccord>('accord'),
    executions: lire<LigneExecution>('execution'),
    actes: lire<LigneActe>('acte'),
  };
}
type Jeu = ReturnType<typeof fabriquer>;

const part = <T>(liste: readonly T[], isVrai: (x: T) => boolean) => liste.filter(isVrai).length / liste.length;
const isTerminee = ({ etat }: LigneMesure) => ['terminee', 'mainlevee', 'transferee'].includes(etat);
const lirePeriode = (periode: string | null) => {
  const [du = '', au = ''] = (periode ?? '').slice(1, -1).split(',');
  return { du, au: au === '' ? '9999-12-31' : au };
};
/** L'arrêté dont se réclame cette signature valait-il ce jour-là, pour cet acte et cette unité ? */
function createControle({ organisation }: Jeu) {
  const delegations = (organisation.lots.find(({ table }) => table === 'organisation.delegation')?.lignes ??
    []) as readonly LigneDelegation[];
  const parArrete = Map.groupBy(delegations, ({ agentId, arreteNumero, acte }) => `${agentId}|${arreteNumero}|${acte}`);
  const parents = new Map(organisation.unites.map(({ id, parentId }) => [id, parentId]));
  const isSous = (unite: string, chef: string): boolean => {
    for (let id: string | null = unite; id !== null; id = parents.get(id) ?? null) if (id === chef) return true;
    return false;
  };
  return (agentId: string, arrete: string, acte: string, uniteId: string, le: string) =>
    (parArrete.get(`${agentId}|${arrete}|${acte}`) ?? []).some((d) => {
      const { du, au } = lirePeriode(d.periode);
      return du <= le && le <= au && isSous(uniteId, d.uniteId);
    });
}

describe.each(['manche', 'val-de-marne'] as const)('dix ans de mesures, profil %s', (profil) => {
  let jeu: Jeu;
  let mesures: Map<string, LigneMesure>;
  beforeAll(() => {
    jeu = fabriquer(profil, 0.2);
    mesures = new Map(jeu.mesures.map((m) => [m.id, m]));
  });
  const mesureDe = ({ mesureId }: { mesureId: string | null }) => mesures.get(mesureId ?? '') as LigneMesure;

  test('aucune décision avant la naissance ni le dossier, ni demain ; aucune ne couvre un jour d’avant elle', () => {
    const naissances = new Map(jeu.enfants.lignes.personnes.map((p) => [p.id, p.dateNaissance ?? '']));
    const ouvertures = new Map(jeu.enfants.lignes.enfants.map((e) => [e.id, e.ouvertLe]));
    const mauvaises = jeu.decisions.filter((d) => {
      const { enfantId } = mesureDe(d);
      const avant = d.le < (naissances.get(enfantId) ?? '') || d.le < (ouvertures.get(enfantId) ?? '');
      return (
        avant ||
        d.le > JOUR_DEMO ||
        (d.recueLe ?? d.le) > JOUR_DEMO ||
        (d.du ?? d.le) < d.le ||
        (d.au ?? '9') < (d.du ?? '')
      );
    });
    expect(mauvaises).toEqual([]);
  });

  test('chaque décision du département est signée par qui en avait la délégation ce jour-là (CGCT L3221-3)', () => {
    const isValable = createControle(jeu);
    const fautives = jeu.decisions.filter((d) => {
      const { code, uniteId } = mesureDe(d);
      const { delegation, origine, decideur } = getMesure(findCode(code) ?? 'AED', jourCivil(d.le));
      const acte = origine === 'administrative' && decideur !== 'prefet' ? delegation : null;
      if (d.signataireId === null || d.arreteNumero === null) return acte !== null || d.juridiction === null;
      return acte === null || !isValable(d.signataireId, d.arreteNumero, acte, uniteId, d.le);
    });
    expect(fautives).toEqual([]);
    expect(jeu.decisions.filter(({ signataireId }) => signataireId).length).toBeGreaterThan(300);
  });

  test('deux mesures d’un même groupe ne se chevauchent jamais pour un enfant', () => {
    const groupes = Map.groupBy(
      jeu.mesures.filter(({ code }) => getMesure(findCode(code) ?? 'AED', jourCivil(JOUR_DEMO)).groupe !== null),
      ({ enfantId, code }) => `${enfantId}|${getMesure(findCode(code) ?? 'AED', jourCivil(JOUR_DEMO)).groupe}`,
    );
    for (const siennes of groupes.values()) {
      const periodes = siennes
        .flatMap(({ periode }) => (periode === null ? [] : [lirePeriode(periode)]))
        .sort((a, b) => (a.du < b.du ? -1 : 1));
      periodes.forEach(({ du }, i) => {
        if (i > 0) expect(du > (periodes[i - 1]?.au ?? ''), `${du} ${siennes[0]?.enfantId}`).toBe(true);
      });
    }
  });

  test('rien ne s’exécute avant d’être décidé ; une fin suit un début ; ce qui est fini a une fin', () => {
    for (const e of jeu.executions) {
      const { decideeLe } = mesureDe(e);
      expect(e.le >= (decideeLe ?? '9') && e.le <= JOUR_DEMO).toBe(true);
    }
    for (const m of jeu.mesures) {
      expect(m.finieLe !== null).toBe(isTerminee(m));
      if (m.finieLe !== null && m.debutLe !== null) expect(m.debutLe <= m.finieLe).toBe(true);
    }
    const clos = new Map(jeu.enfants.lignes.enfants.map((e) => [e.id, e.closLe]));
    expect(jeu.mesures.filter((m) => !isTerminee(m) && clos.get(m.enfantId) !== null)).toEqual([]);
  });

  test('on renouvelle presque toujours avant le terme ; quelques décisions échoient sans suite', () => {
    const renouvellements = [...Map.groupBy(jeu.decisions, ({ mesureId }) => mesureId).values()].flatMap((siennes) =>
      siennes.slice(1).flatMap((d, i) => (d.nature === 'renouvellement' ? [d.le <= (siennes[i]?.au ?? '9')] : [])),
    );
    expect(part(renouvellements, (aTemps) => aTemps)).toBeGreaterThan(0.93);
    const ouvertes = jeu.mesures.filter((m) => !isTerminee(m));
    const echues = part(ouvertes, ({ periode }) => lirePeriode(periode).au < JOUR_DEMO);
    expect(echues).toBeGreaterThan(0.002);
    expect(echues).toBeLessThan(0.04);
  });

  test('une prestation suit l’accord de la famille, et un lot est un même acte du même jour', () => {
    const accords = new Set(jeu.accords.filter(({ nature }) => nature === 'accord').map(({ mesureId }) => mesureId));
    const aAccord = jeu.mesures.filter(({ code }) => ['AED', 'AP', 'AJM'].includes(code));
    expect(aAccord.filter(({ id }) => !accords.has(id))).toEqual([]);
    for (const lot of Map.groupBy(jeu.decisions, ({ lotId }) => lotId).values())
      expect(new Set(lot.map(({ le, nature }) => `${le} ${nature}`)).size).toBe(1);
    expect([...Map.groupBy(jeu.decisions, ({ lotId }) => lotId).values()].some((lot) => lot.length > 2)).toBe(true);
  });

  test('les parts sont celles des statistiques nationales : trois accueils sur quatre par le juge, un milieu ouvert sur huit renforcé', () => {
    const enCours = jeu.mesures.filter((m) => !isTerminee(m));
    const accueils = enCours.filter(({ code }) => /^(PLACEMENT|OPP|AP$|TDB|RECUEIL)/.test(code));
    expect(part(accueils, ({ code }) => /^(PLACEMENT|OPP)/.test(code))).toBeGreaterThan(0.7);
    const milieu = enCours.filter(({ code }) => code.startsWith('AEMO'));
    expect(part(milieu, ({ code }) => code === 'AEMO')).toBeGreaterThan(0.75);
    const attend = part(milieu, ({ debutLe }) => debutLe === null);
    expect(attend).toBeGreaterThan(0.04);
    expect(attend).toBeLessThan(0.3);
  });

  test('une information suivie d’effet pour un enfant connu est suivie d’une mesure dans le foyer', () => {
    const lireIp = (table: string) =>
      (jeu.informations.find((lot) => lot.table === `ip.${table}`)?.lignes ?? []) as readonly Record<string, string>[];
    const foyers = Map.groupBy(
      lireIp('mineur').filter(({ enfantId }) => enfantId),
      ({ informationId }) => informationId,
    );
    const decisions = Map.groupBy(jeu.mesures, ({ enfantId }) => enfantId);
    const suites = [
      ...lireIp('signalement')
        .filter(({ suitesNature }) => suitesNature === 'saisine-juge')
        .map((s) => [s.informationId, s.suitesLe] as const),
      ...lireIp('mesure_envisagee')
        .filter(({ accordLe, nature }) => accordLe && nature !== 'droit-commun')
        .map((m) => [m.informationId, m.accordLe] as const),
    ].filter(([informationId]) => foyers.has(informationId));
    const isSuivie = ([informationId, le = '']: readonly [string | undefined, string | undefined]) =>
      (foyers.get(informationId) ?? []).some(({ enfantId = '' }) =>
        (decisions.get(enfantId) ?? []).some(
          ({ decideeLe }) => Math.abs(parseNumero(decideeLe ?? '') - parseNumero(le)) < 60,
        ),
      );
    expect(suites.length).toBeGreaterThan(20);
    expect(part(suites, isSuivie)).toBeGreaterThan(0.9);
  });

  test('même graine, mêmes lignes', () => {
    expect(JSON.stringify(fabriquer(profil, 0.02).lots)).toBe(JSON.stringify(fabriquer(profil, 0.02).lots));
  });
});

describe.each(['manche', 'somme', 'val-de-marne'] as const)('le petit jeu %s montre chaque difficulté', (profil) => {
  let jeu: Jeu;
  beforeAll(() => {
    jeu = fabriquer(profil, 0.1);
  });
  const enCours = () => jeu.mesures.filter((m) => !isTerminee(m));
  const listActes = (type: string) => jeu.actes.filter((acte) => acte.type === type);

  test('les urgences du jour : parquet de cette semaine, 72 heures de ce soir, mineur isolé prolongé deux fois', () => {
    const parquet = enCours().filter(({ code, decideeLe }) => code === 'OPP_PARQUET' && decideeLe === '2026-11-18');
    const saisis = new Set(listActes('saisine-juge').map(({ mesureId }) => mesureId));
    expect(parquet.some(({ id }) => !saisis.has(id))).toBe(true);
    expect(enCours().some(({ code, decideeLe }) => code === 'ACCUEIL_72H' && decideeLe === JOUR_DEMO)).toBe(true);
    const prolongees = Map.groupBy(jeu.decisions, ({ mesureId }) => mesureId);
    expect(enCours().some(({ code, id }) => code === 'APU_MNA' && prolongees.get(id)?.length === 3)).toBe(true);
  });

  test('une audience dans la semaine sans rapport, une pouponnière de plus de quatre mois, une fratrie séparée, un accord retiré, une décision corrigée', () => {
    const audience = listActes('audience')
      .filter(({ le }) => le === '2026-11-27')
      .find(({ mesureId }) => {
        const derniere = jeu.decisions.findLast((d) => d.mesureId === mesureId);
        const rapports = jeu.actes.filter((a) => a.mesureId === mesureId && a.type === 'rapport-echeance');
        return rapports.every((rapport) => rapport.le <= (derniere?.le ?? ''));
      });
    expect(audience).toBeDefined();
    expect(listActes('entree-pouponniere').some(({ le }) => le === '2026-07-01')).toBe(true);
    expect(
      listActes('changement-lieu').some(({ le, donnees }) => le === '2026-11-16' && donnees.includes('fratrieSeparee')),
    ).toBe(true);
    const retires = new Set(jeu.accords.filter(({ nature }) => nature === 'retrait').map(({ mesureId }) => mesureId));
    expect(enCours().some(({ id }) => retires.has(id))).toBe(true);
    expect(jeu.decisions.filter(({ corrigeId }) => corrigeId !== null).length).toBe(1);
  });

  test('des mesures attendent, avec ou sans raison ; des actes n’ont pas lieu ; le placement à domicile est dans l’histoire', () => {
    const expliquees = new Set(
      jeu.executions.filter(({ nature }) => nature === 'attente').map(({ mesureId }) => mesureId),
    );
    const attendent = enCours().filter(({ code, debutLe }) => code.startsWith('AEMO') && debutLe === null);
    expect(attendent.some(({ id }) => expliquees.has(id))).toBe(true);
    expect(attendent.some(({ id }) => !expliquees.has(id))).toBe(true);
    const longues = attendent.filter(({ decideeLe }) => (decideeLe ?? '') < '2026-08-23');
    expect(longues.length).toBeGreaterThan(0);
    expect(jeu.mesures.some(({ code, decideeLe }) => code === 'PEAD' && (decideeLe ?? '') < '2024')).toBe(true);
    const faits = (type: string) => new Set(listActes(type).map(({ enfantId }) => enfantId));
    for (const type of ['ppe-valide', 'bilan-sante', 'rapport-situation'])
      expect(
        enCours().some(({ enfantId, debutLe }) => (debutLe ?? '9') < '2025-06-01' && !faits(type).has(enfantId)),
        type,
      ).toBe(true);
  });
});
