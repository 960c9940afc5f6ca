import type { ReactNode } from 'react';
import { buildAdresse } from '../ui/adresse.ts';
import { Bouton, LienBouton } from '../ui/bouton.tsx';
import { BoutonImprimer } from '../ui/bouton-imprimer.tsx';
import { EtatVide } from '../ui/message.tsx';
import { type Onglet, Onglets } from '../ui/navigation-locale.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { type Colonne, Tableau, type TableauProps } from '../ui/tableau.tsx';
import { computeColonnes } from './choix-colonnes.ts';
import { EnTetePage, type EnTetePageProps } from './en-tete-page.tsx';

type ListeProps<Ligne> = EnTetePageProps &
  Omit<TableauProps<Ligne>, 'legende' | 'legendeVisible'> & {
    /** Adresse de la liste, filtres compris : `pathname + search`. */
    adresse: string;
    total: number;
    page: number;
    pages: number;
    /** Comment nommer ce que l'on compte : ['enfant', 'enfants']. */
    nom: readonly [singulier: string, pluriel: string];
    /** Les pages voisines, quand la liste fait partie d'un ensemble. */
    onglets?: readonly Onglet[];
    /** Ce que la liste partage avec d'autres pages du même objet, sous le titre. */
    tete?: ReactNode;
    /** Les champs du formulaire de filtre (GET). */
    filtres?: ReactNode;
    /** Vrai si un filtre est posé : l'absence de ligne ne veut alors pas dire que la liste est vide. */
    filtree?: boolean;
    /** Adresse du classeur Excel de la même liste ; les filtres y sont ajoutés. */
    exporter?: string;
    colonnesChoisies?: readonly string[] | null;
    vide: { titre: string; texte?: ReactNode; acte?: ReactNode };
    /** Ce qui s'affiche entre les filtres et la liste. */
    children?: ReactNode;
  };

/** Une liste : filtres, compte, tableau triable, pages, export, impression, choix des colonnes. */
export function Liste<Ligne>(props: ListeProps<Ligne>) {
  const { titre, etiquettes, sous, fil, actes, adresse, total, page, pages, filtres, children } = props;
  const colonnes = computeColonnes(props.colonnes, props.colonnesChoisies);
  return (
    <>
      <EnTetePage {...{ titre, etiquettes, sous, fil, actes }} />
      {props.tete}
      {props.onglets ? <Onglets libelle="Pages voisines" onglets={props.onglets} /> : null}
      {filtres ? <Filtres adresse={adresse}>{filtres}</Filtres> : null}
      {children}
      <BarreDeListe {...props} />
      {total === 0 ? (
        <ListeVide {...props} />
      ) : (
        <Tableau
          legende={titre}
          colonnes={colonnes}
          lignes={props.lignes}
          cle={props.cle}
          ton={props.ton}
          tri={props.tri}
          adresse={adresse}
        />
      )}
      <Pagination page={page} pages={pages} adresse={adresse} />
    </>
  );
}

function Filtres({ adresse, children }: { adresse: string; children: ReactNode }) {
  const [chemin = ''] = adresse.split('?');
  return (
    <form className="filtres" action={chemin} aria-label="Filtrer la liste">
      <ParametresGardes adresse={adresse} noms={['tri', 'sens', 'col']} />
      {children}
      <Bouton>Filtrer</Bouton>
    </form>
  );
}

/** Les paramètres de l'adresse qu'un formulaire GET doit rendre, sans quoi ils se perdraient. */
function ParametresGardes({ adresse, noms, sauf }: { adresse: string; noms?: string[]; sauf?: string[] }) {
  const params = [...new URLSearchParams(adresse.split('?')[1] ?? '')];
  return params
    .filter(([nom]) => (noms ? noms.includes(nom) : !sauf?.includes(nom)))
    .map(([nom, valeur]) => <input type="hidden" key={`${nom}=${valeur}`} name={nom} value={valeur} />);
}

function BarreDeListe<Ligne>({
  total,
  nom,
  filtree,
  exporter,
  adresse,
  colonnes,
  colonnesChoisies,
}: ListeProps<Ligne>) {
  const [chemin = '', recherche = ''] = adresse.split('?');
  const classeur = exporter && (recherche ? `${exporter}?${recherche}` : exporter);
  return (
    <div className="liste-barre">
      <p>
        <strong className="nombre">{total.toLocaleString('fr-FR')}</strong> {total > 1 ? nom[1] : nom[0]}
        {filtree ? (
          <>
            {' '}
            avec ces filtres · <a href={chemin}>Tout montrer</a>
          </>
        ) : null}
      </p>
      {colonnes.some(({ facultative }) => facultative) ? (
        <ChoixDesColonnes colonnes={colonnes} choisies={colonnesChoisies} adresse={adresse} />
      ) : null}
      {classeur && total > 0 ? (
        <LienBouton href={buildAdresse(classeur, { page: null })} download petit>
          Exporter vers Excel
        </LienBouton>
      ) : null}
      <BoutonImprimer />
    </div>
  );
}

type ChoixProps<Ligne> = {
  colonnes: readonly Colonne<Ligne>[];
  choisies: readonly string[] | null | undefined;
  adresse: string;
};

function ChoixDesColonnes<Ligne>({ colonnes, choisies, adresse }: ChoixProps<Ligne>) {
  const montrees = computeColonnes(colonnes, choisies).map(({ cle }) => cle);
  return (
    <details className="deroulant">
      <summary className="bouton bouton-petit">Colonnes</summary>
      <form action={adresse.split('?')[0]}>
        <ParametresGardes adresse={adresse} sauf={['col']} />
        {/* Toujours envoyé : tout décocher est aussi un choix. */}
        <input type="hidden" name="col" value="aucune" />
        {colonnes
          .filter(({ facultative }) => facultative)
          .map(({ cle, titre }) => (
            <label className="choix" key={cle}>
              <input type="checkbox" name="col" value={cle} defaultChecked={montrees.includes(cle)} />
              <span>{titre}</span>
            </label>
          ))}
        <Bouton petit>Montrer ces colonnes</Bouton>
      </form>
    </details>
  );
}

function ListeVide<Ligne>({ filtree, vide, adresse }: ListeProps<Ligne>) {
  if (!filtree) {
    return (
      <EtatVide titre={vide.titre} acte={vide.acte}>
        {vide.texte}
      </EtatVide>
    );
  }
  return (
    <EtatVide titre="Aucune ligne avec ces filtres" acte={<a href={adresse.split('?')[0]}>Retirer les filtres</a>}>
      Élargissez la période ou retirez un filtre.
    </EtatVide>
  );
}
