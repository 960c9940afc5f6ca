import { Fragment, useId } from 'react';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { LienBouton } from './bouton.tsx';
import { Details } from './details.tsx';
import type { CouloirDeFrise } from './frise-contenu.ts';
import { BarresDeFrise, computeHauteur, JalonsDeFrise } from './frise-couloir.tsx';
import { computeGraduations, computeX, type Fenetre, HAUT, LARGEUR } from './frise-trace.ts';
import { Tableau } from './tableau.tsx';

type FriseProps = {
  titre: string;
  /** Ce que l'on voit, bornes comprises. */
  du: JourCivil;
  au: JourCivil;
  aujourdhui: JourCivil;
  couloirs: readonly CouloirDeFrise[];
  zooms?: readonly { titre: string; href: string; actif?: boolean }[];
};

/** Le parcours en couloirs de temps, dessiné par le serveur ; le même contenu se lit en tableau. */
export function Frise({ titre, du, au, aujourdhui, couloirs, zooms = [] }: FriseProps) {
  const id = useId();
  return (
    <section className="frise" aria-labelledby={id}>
      <header>
        <h2 id={id}>{titre}</h2>
        {zooms.map((zoom) => (
          <LienBouton
            key={zoom.href}
            href={zoom.href}
            variante={zoom.actif ? 'principal' : 'secondaire'}
            aria-current={zoom.actif ? 'true' : undefined}
          >
            {zoom.titre}
          </LienBouton>
        ))}
      </header>
      {/* Le cadre défile sur un téléphone : il s'atteint donc au clavier. */}
      <section className="frise-defile" aria-label={`${titre}, dessin`} tabIndex={0}>
        <Dessin titre={titre} fenetre={{ du, au }} aujourdhui={aujourdhui} couloirs={couloirs} />
      </section>
      <Details titre="Lire en tableau">
        <TableauDeFrise titre={titre} couloirs={couloirs} />
      </Details>
    </section>
  );
}

type DessinProps = Pick<FriseProps, 'titre' | 'aujourdhui' | 'couloirs'> & { fenetre: Fenetre };

function Dessin({ titre, fenetre, aujourdhui, couloirs }: DessinProps) {
  const { hauts, total } = computeHauts(couloirs, fenetre);
  const x = computeX(aujourdhui, fenetre);
  return (
    <svg viewBox={`0 0 ${LARGEUR} ${total + 8}`} role="img" aria-label={`${titre} : dessin, repris dans le tableau`}>
      {computeGraduations(fenetre).map(({ jour, texte }) => (
        <Fragment key={jour}>
          <path className="repere-an" d={`M${computeX(jour, fenetre)} ${HAUT - 8}V${total}`} />
          <text className="texte-an" x={computeX(jour, fenetre) + 4} y={14}>
            {texte}
          </text>
        </Fragment>
      ))}
      {couloirs.map((couloir, rang) => (
        <g key={couloir.titre}>
          <text className="texte-couloir" x={0} y={(hauts[rang] ?? 0) + 18}>
            {couloir.titre}
          </text>
          <JalonsDeFrise jalons={couloir.jalons ?? []} fenetre={fenetre} haut={hauts[rang] ?? 0} />
          <BarresDeFrise periodes={couloir.periodes ?? []} fenetre={fenetre} haut={hauts[rang] ?? 0} />
        </g>
      ))}
      {aujourdhui >= fenetre.du && aujourdhui <= fenetre.au ? (
        <path className="aujourdhui" d={`M${x} ${HAUT - 10}V${total}`} />
      ) : null}
    </svg>
  );
}

function computeHauts(couloirs: readonly CouloirDeFrise[], fenetre: Fenetre): { hauts: number[]; total: number } {
  let total = HAUT;
  const hauts = couloirs.map((couloir) => {
    const haut = total;
    total += computeHauteur(couloir, fenetre);
    return haut;
  });
  return { hauts, total };
}

type LigneDeFrise = { cle: string; couloir: string; quand: string; libelle: string; href?: string };

function TableauDeFrise({ titre, couloirs }: Pick<FriseProps, 'titre' | 'couloirs'>) {
  const lignes = couloirs.flatMap(({ titre: couloir, periodes = [], jalons = [] }): LigneDeFrise[] =>
    [
      ...periodes.map(({ du, au, libelle, href }) => ({ couloir, quand: formatPeriode(du, au), libelle, href })),
      ...jalons.map(({ jour, libelle, href }) => ({ couloir, quand: formatJour(jour, 'court'), libelle, href })),
    ].map((ligne, rang) => ({ ...ligne, cle: `${couloir}-${rang}` })),
  );
  return (
    <Tableau
      legende={`${titre}, en tableau`}
      lignes={lignes}
      cle={({ cle }) => cle}
      colonnes={[
        { cle: 'couloir', titre: 'Couloir', cellule: ({ couloir }) => couloir },
        { cle: 'quand', titre: 'Quand', cellule: ({ quand }) => quand },
        { cle: 'quoi', titre: 'Quoi', cellule: ({ libelle, href }) => (href ? <a href={href}>{libelle}</a> : libelle) },
      ]}
    />
  );
}

function formatPeriode(du: JourCivil, au: JourCivil | null): string {
  const debut = formatJour(du, 'court');
  return au ? `du ${debut} au ${formatJour(au, 'court')}` : `depuis le ${debut}`;
}
