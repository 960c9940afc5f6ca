import { useLocation } from 'react-router';
import { buildPage, computeDecalage, PageDemandee } from '#shared/pagination.ts';
import { type Confiance, LIBELLE_CONFIANCE } from '#shared/texte-legal.ts';
import { parseFiltre } from '#web/filtre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { Details } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Pagination } from '#web/ui/pagination.tsx';
import type { Ton } from '#web/ui/ton.ts';
import type { Route } from './+types/droit.ts';
import { DroitFiltre, listModules, listRegles, listReglesFiltrees, type RegleVue, type TexteVu } from './droit-view.ts';

const REGLES_PAR_PAGE = 20;

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ aujourdhui }) => {
    const { filtre, brut } = parseFiltre(args.request, DroitFiltre);
    const regles = listRegles(aujourdhui);
    const trouvees = listReglesFiltrees(regles, filtre);
    const demandee = { ...PageDemandee.parse(brut), taille: REGLES_PAR_PAGE };
    const debut = computeDecalage(demandee);
    return {
      filtre,
      modules: listModules(regles),
      aRelire: regles.filter((regle) => regle.aRelire).length,
      page: buildPage(trouvees.slice(debut, debut + REGLES_PAR_PAGE), trouvees.length, demandee),
    };
  });
}

export default function Droit({ loaderData: { filtre, modules, aRelire, page } }: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  return (
    <>
      <EnTetePage
        titre="Le droit"
        sous="Les règles que Marelle applique : leur texte, comment il est lu ici, ce qui les satisfait. Un texte à confirmer avertit et n’empêche jamais rien."
        actes={<BoutonImprimer petit={false} />}
      />
      <Filtres key={search} filtre={filtre} modules={modules} />
      <div className="liste-barre">
        <p>
          <strong className="nombre">{page.total}</strong> {page.total > 1 ? 'règles' : 'règle'}
          {search ? (
            <>
              {' '}
              avec ces filtres · <a href="/droit">Tout montrer</a>
            </>
          ) : null}{' '}
          · <a href="/droit?relire=oui">{`${aRelire} à relire`}</a> (un texte n’a pas été relu depuis un an)
        </p>
      </div>
      {page.total === 0 ? (
        <EtatVide titre="Aucune règle avec ces mots">Essayez un autre mot, un article ou un identifiant.</EtatVide>
      ) : (
        page.lignes.map((regle) => <Regle key={regle.cle} regle={regle} />)
      )}
      <Pagination page={page.page} pages={page.pages} adresse={pathname + search} />
    </>
  );
}

type FiltresProps = { filtre: DroitFiltre; modules: readonly { valeur: string; libelle: string }[] };

function Filtres({ filtre, modules }: FiltresProps) {
  return (
    <form className="filtres" action="/droit" aria-label="Chercher une règle">
      <ChampTexte nom="q" libelle="Mot, article ou identifiant" type="search" valeur={filtre.q} autoComplete="off" />
      <ChampSelection nom="module" libelle="Sujet" choix={modules} vide="Tous" valeur={filtre.module} />
      <ChampSelection
        nom="confiance"
        libelle="Confiance"
        choix={buildChoix(LIBELLE_CONFIANCE)}
        vide="Toutes"
        valeur={filtre.confiance}
      />
      <ChampSelection
        nom="relire"
        libelle="Relecture"
        choix={buildChoix({ oui: 'Pas relu depuis un an' })}
        vide="Indifférent"
        valeur={filtre.relire}
      />
      <Bouton>Chercher</Bouton>
    </form>
  );
}

function Regle({ regle }: { regle: RegleVue }) {
  const { cle, titre, nomDuModule, confiances, faits, textes, aRelire, nonTraite } = regle;
  const identifiee = faits.length > 0;
  return (
    <section className="section" id={cle} aria-labelledby={`titre-${cle}`}>
      <h2 id={`titre-${cle}`}>
        {identifiee ? `${cle} : ${titre}` : titre} <Etiquette>{nomDuModule}</Etiquette>
        {aRelire ? <Etiquette ton="bientot">à relire</Etiquette> : null}{' '}
        {identifiee
          ? null
          : confiances.map((confiance) => <EtiquetteDeConfiance key={confiance} confiance={confiance} />)}
      </h2>
      <dl className="definitions">
        {textes.length > 0 ? <Textes textes={textes} /> : null}
        {faits.map((fait) => (
          <div key={fait.titre}>
            <dt>{fait.titre}</dt>
            <dd>{fait.valeur}</dd>
          </div>
        ))}
        {nonTraite ? (
          <div>
            <dt>Non traité</dt>
            <dd>{nonTraite}</dd>
          </div>
        ) : null}
      </dl>
      <Lecture regle={regle} />
    </section>
  );
}

function Textes({ textes }: { textes: readonly TexteVu[] }) {
  return (
    <div>
      <dt>{textes.length > 1 ? 'Textes' : 'Texte'}</dt>
      {textes.map(({ renvoi, confiance, source, relu }) => (
        <dd key={renvoi}>
          {renvoi} <EtiquetteDeConfiance confiance={confiance} /> <small>{`${relu} · ${source}`}</small>
        </dd>
      ))}
    </div>
  );
}

/** À chaque confiance, sa couleur ; le mot est toujours à côté. */
const TONS: Readonly<Record<Confiance, Ton>> = {
  verifie: 'fait',
  'a-confirmer': 'bientot',
  local: 'neutre',
};

function EtiquetteDeConfiance({ confiance }: { confiance: Confiance }) {
  return <Etiquette ton={TONS[confiance]}>{LIBELLE_CONFIANCE[confiance]}</Etiquette>;
}

function Lecture({ regle: { lecture, essais, fichier } }: { regle: RegleVue }) {
  return (
    <>
      {lecture ? (
        <Details titre="Comment elle est lue ici">
          <p className="recit">{lecture}</p>
        </Details>
      ) : null}
      {essais.length > 0 ? (
        <Details titre={`Ce que les essais établissent (${essais.length})`}>
          <ul>
            {essais.map((essai) => (
              <li key={essai}>{essai}</li>
            ))}
          </ul>
          <p>
            <code>{fichier}</code>
          </p>
        </Details>
      ) : null}
    </>
  );
}
