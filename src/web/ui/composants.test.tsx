import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildAdresse } from './adresse.ts';
import { CasesACocher, ChampSelection, Radios } from './champ-choix.tsx';
import { ChampJour, ChampTexte } from './champ-texte.tsx';
import { Couloir, LigneDue } from './couloir.tsx';
import { Frise } from './frise.tsx';
import { computeJalons, formatTexteTenant } from './frise-trace.ts';
import { computePages, Pagination } from './pagination.tsx';
import { ResumeErreurs } from './resume-erreurs.tsx';
import { Tableau } from './tableau.tsx';

const j = jourCivil;

describe('un champ', () => {
  it('relie son aide et son erreur au contrôle, et dit qu’il est obligatoire', () => {
    const html = renderToString(
      <ChampTexte nom="nom" libelle="Nom" aide="De naissance" erreur="Indiquez-le." requis />,
    );
    expect(html).toContain('<label for="champ-nom">Nom');
    expect(html).toContain('aria-describedby="champ-nom-aide champ-nom-erreur"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('(obligatoire)');
    expect(html).toContain('id="champ-nom-erreur"');
  });

  it('échappe ce qui a été tapé', () => {
    const html = renderToString(<ChampTexte nom="nom" libelle="Nom" valeur={'"><script>alert(1)</script>'} />);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&quot;&gt;&lt;script&gt;');
  });

  it('montre un jour civil en jj/mm/aaaa et rend telle quelle une date illisible', () => {
    expect(renderToString(<ChampJour nom="du" libelle="Du" valeur="2026-11-21" />)).toContain('value="21/11/2026"');
    expect(renderToString(<ChampJour nom="du" libelle="Du" valeur="31 févrie" />)).toContain('value="31 févrie"');
  });

  it('réunit les choix par groupe et garde celui qui est fait', () => {
    const choix = [
      { valeur: 'a', libelle: 'A', groupe: 'Un' },
      { valeur: 'b', libelle: 'B', groupe: 'Deux' },
    ];
    const html = renderToString(<ChampSelection nom="c" libelle="C" choix={choix} valeur="b" />);
    expect(html).toContain('<optgroup label="Un">');
    expect(html).toMatch(/<option value="b" selected="">/);
  });

  it('nomme les cases en liste, et donne l’identifiant du champ au premier choix', () => {
    const choix = [{ valeur: 'x', libelle: 'X' }];
    expect(renderToString(<CasesACocher nom="droits" libelle="Droits" choix={choix} valeurs={['x']} />)).toMatch(
      /id="champ-droits".*name="droits\[\]".*checked=""/,
    );
    expect(renderToString(<Radios nom="t" libelle="T" choix={choix} />)).toContain('name="t"');
  });
});

it('le résumé d’erreurs mène à chaque champ fautif, et reçoit le foyer', () => {
  const html = renderToString(<ResumeErreurs erreurs={{ nom: 'Indiquez le nom.', '': 'Déjà pris.' }} />);
  expect(html).toContain('<a href="#champ-nom">Indiquez le nom.</a>');
  expect(html).toContain('tabindex="-1"');
  expect(html).toContain('<li>Déjà pris.</li>');
  expect(renderToString(<ResumeErreurs erreurs={undefined} />)).toBe('');
});

describe('un tableau', () => {
  const html = renderToString(
    <Tableau
      legende="Enfants"
      lignes={[{ id: '1', nom: 'Inès', age: 3 }]}
      cle={({ id }) => id}
      adresse="/enfants?q=a&page=3"
      tri={{ cle: 'nom', sens: 'asc' }}
      colonnes={[
        { cle: 'nom', titre: 'Nom', triable: true, cellule: ({ nom }) => nom },
        { cle: 'age', titre: 'Âge', nombre: true, cellule: ({ age }) => age },
      ]}
    />,
  );

  it('nomme ses lignes par leur première cellule', () => {
    expect(html).toContain('<th scope="row">Inès</th>');
    expect(html).toContain('<td class="nombre">3</td>');
  });

  it('trie par des liens qui gardent les filtres et reviennent à la première page', () => {
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('href="/enfants?q=a&amp;tri=nom&amp;sens=desc"');
  });

  it('s’atteint au clavier et dit ce qu’il contient', () => {
    expect(html).toContain('aria-label="Enfants" tabindex="0"');
    expect(html).toContain('Enfants</caption>');
  });
});

describe('les pages d’une liste', () => {
  it('montrent la première, la dernière et les voisines', () => {
    expect(computePages(5, 9)).toEqual([1, -4, 4, 5, 6, -9, 9]);
    expect(computePages(1, 2)).toEqual([1, 2]);
  });

  it('marquent celle où l’on est', () => {
    const html = renderToString(<Pagination page={2} pages={3} adresse="/l?q=a" />);
    expect(html).toContain('href="/l?q=a" rel="prev"');
    expect(html).toContain('aria-label="Page 2" aria-current="page"');
  });
});

it('une adresse change un paramètre sans perdre les autres', () => {
  expect(buildAdresse('/l?q=a&page=2', { page: null, col: ['x', 'y'] })).toBe('/l?q=a&col=x&col=y');
});

it('une ligne due dit la date entière à qui n’en voit pas la forme courte', () => {
  const html = renderToString(
    <Couloir titre="En retard" nombre={1}>
      <LigneDue
        ton="retard"
        quand="3 jours"
        jourComplet="mercredi 18 novembre 2026"
        qui={{ nom: 'L.' }}
        quoi="Agir"
        calcul="48 h"
      />
    </Couloir>,
  );
  expect(html).toContain('<span class="lecteur">, <!-- -->mercredi 18 novembre 2026</span>');
  expect(html).toContain('Pourquoi cette date ?');
});

describe('une frise', () => {
  const fenetre = { du: j('2021-01-01'), au: j('2026-12-31') };

  it('se lit aussi en tableau, sans style en ligne', () => {
    const html = renderToString(
      <Frise
        titre="Parcours"
        {...fenetre}
        aujourdhui={j('2026-11-21')}
        couloirs={[{ titre: 'Mesures', periodes: [{ du: j('2024-02-20'), au: null, libelle: 'Placement' }] }]}
      />,
    );
    expect(html).toContain('role="img"');
    expect(html).toContain('depuis le 20/02/2024');
    expect(html).not.toContain('style=');
  });

  it('écarte deux jalons qui se toucheraient', () => {
    const places = computeJalons(
      [j('2025-02-20'), j('2025-03-02'), j('2026-01-01')].map((jour) => ({ jour, sigle: 'R' })),
      fenetre,
    );
    expect(places.map(({ etage }) => etage)).toEqual([0, 1, 0]);
  });

  it('coupe un texte trop long, et se tait plutôt que d’en laisser deux lettres', () => {
    expect(formatTexteTenant('placement ASE', 200)).toBe('placement ASE');
    expect(formatTexteTenant('placement ASE', 70)).toBe('placeme…');
    expect(formatTexteTenant('placement ASE', 30)).toBe('');
  });
});
