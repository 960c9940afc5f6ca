import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { REGLES_AXE, waitForScripts } from './navigateur.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Tab presses tried on one page: enough for the frame and the head of its content, short on a list of fifty. */
const TOUCHES = 60;

/**
 * Everything that is asked of any page, whatever its subject: named, one title, readable by all in both themes,
 * reachable by the keyboard with the focus in sight, and within 320 pixels. Each fault is one sentence.
 */
export async function listDefauts(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await waitForScripts(page);
  const structure = await readStructure(page);
  const clavier = await readClavier(page);
  await page.evaluate(AXE);
  const clair = await readViolations(page, { runOnly: REGLES_AXE });
  await page.emulateMedia({ colorScheme: 'dark' });
  const sombre = await readViolations(page, { runOnly: { type: 'rule', values: ['color-contrast'] } });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 640 });
  const etroit = await readDebordement(page);
  return [...structure, ...clavier, ...clair, ...sombre.map((v) => `thème sombre : ${v}`), ...etroit];
}

async function readStructure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const defauts: string[] = [];
    const titres = document.querySelectorAll('h1');
    if (titres.length !== 1) defauts.push(`${titres.length} titres h1`);
    if (!/\S.* (·|—|-|\|) .*Marelle|Marelle/.test(document.title)) defauts.push(`titre « ${document.title} »`);
    if (document.querySelectorAll('main').length !== 1) defauts.push('pas un seul main');
    const styles = document.querySelectorAll('[style]:not(svg [style])').length;
    if (styles > 0) defauts.push(`${styles} attributs style, que la politique de sécurité refuse`);
    return defauts;
  });
}

async function readViolations(page: Page, options: Record<string, unknown>): Promise<string[]> {
  return page.evaluate(async (reglages) => {
    type Axe = {
      run: (o: unknown) => Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
    };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
      ...reglages,
      resultTypes: ['violations'],
    });
    return violations.map(({ id, help, nodes }) => {
      const ou = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
      return `${id} : ${help} — ${ou.join(' | ')}${nodes.length > 3 ? ` et ${nodes.length - 3} autres` : ''}`;
    });
  }, options);
}

async function readDebordement(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const largeur = document.documentElement.scrollWidth;
    if (largeur <= 320) return [];
    const cadre = (e: Element) => e.getBoundingClientRect();
    const large = [...document.querySelectorAll('main *')].filter((e) => cadre(e).right > 321).at(-1);
    return [`${largeur} pixels de large sur un écran de 320 (${large?.outerHTML.slice(0, 120) ?? '?'})`];
  });
}

/** Tab from the top: the order is the page's, nothing is missed, and the place of the focus is drawn. */
async function readClavier(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const memoire: { vus: Element[]; sansMarque: string[] } = { vus: [], sansMarque: [] };
    Object.assign(globalThis, { memoire });
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement || target instanceof SVGElement)) return;
      memoire.vus.push(target);
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target);
      const marque = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      if (!marque) memoire.sansMarque.push(target.outerHTML.slice(0, 120));
    });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  for (let touche = 0; touche < TOUCHES; touche += 1) await page.keyboard.press('Tab');
  return page.evaluate((touches) => {
    const { vus, sansMarque } = (globalThis as unknown as { memoire: { vus: Element[]; sansMarque: string[] } })
      .memoire;
    const attendus = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
      (e) =>
        e.checkVisibility({ visibilityProperty: true }) && !e.matches(':disabled, [type="hidden"], [tabindex="-1"]'),
    );
    const parGroupe = (e: Element) => e instanceof HTMLInputElement && e.type === 'radio';
    // Une zone qui défile prend aussi une touche, sans être de ceux qu'on attend.
    const ailleurs = vus.filter((e) => !attendus.includes(e)).length;
    const manques = attendus.slice(0, touches - ailleurs - 5).filter((e) => !vus.includes(e) && !parGroupe(e));
    const forces = document.querySelectorAll('[tabindex]:not([tabindex="0"], [tabindex="-1"])').length;
    return [
      ...manques.map((e) => `la touche Tab n'atteint pas ${e.outerHTML.slice(0, 120)}`),
      ...sansMarque.map((html) => `on ne voit pas où est le clavier sur ${html}`),
      ...(forces > 0 ? [`${forces} éléments forcent l'ordre du clavier`] : []),
    ];
  }, TOUCHES);
}
