import { useEffect, useRef } from 'react';
import { redirect } from 'react-router';
import { EnTetePage } from '../gabarits/en-tete-page.tsx';
import { readPage } from '../page.server.ts';
import { Bloc, LignesDeBloc } from '../ui/bloc.tsx';
import { Bouton } from '../ui/bouton.tsx';
import { ChampTexte } from '../ui/champ-texte.tsx';
import { Etiquette } from '../ui/etiquette.tsx';
import { EtatVide } from '../ui/message.tsx';
import type { Route } from './+types/recherche.ts';
import { computeVoisin, formatCompte, readTexte } from './recherche-view.ts';
import type { GroupeTrouve, SuiteProposee } from './source.ts';
import { findDirect, findPartout, listAides } from './sources.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { texte, assez } = readTexte(args.request.url);
    const direct = assez ? await findDirect(contexte, texte) : undefined;
    if (direct) throw redirect(direct);
    return { texte, assez, groupes: assez ? await findPartout(contexte, texte) : [], ...listAides(contexte) };
  });
}

export default function Recherche({ loaderData: { texte, assez, groupes, conseils, suites } }: Route.ComponentProps) {
  useEffect(() => {
    if (texte === '') document.getElementById('champ-q')?.focus();
  }, [texte]);
  return (
    <>
      <EnTetePage
        titre={texte ? `Recherche : ${texte}` : 'Recherche'}
        sous={assez ? formatCompte(groupes) : 'Dans tout ce que vous pouvez voir'}
      />
      <form className="filtres" action="/recherche" aria-label="Chercher">
        <ChampTexte
          nom="q"
          libelle="Que cherchez-vous ?"
          type="search"
          valeur={texte}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
        />
        <Bouton variante="principal">Chercher</Bouton>
      </form>
      {assez && groupes.length > 0 ? (
        <Resultats groupes={groupes} />
      ) : (
        <Rien texte={texte} assez={assez} conseils={conseils} suites={suites} />
      )}
    </>
  );
}

/** Les flèches passent d'un résultat à l'autre ; sans JavaScript, la tabulation suffit. */
function useFleches() {
  const cadre = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const handleTouche = (evenement: KeyboardEvent) => {
      const liens = [...(cadre.current?.querySelectorAll<HTMLAnchorElement>('li a') ?? [])];
      const rang = liens.indexOf(document.activeElement as HTMLAnchorElement);
      const voisin = computeVoisin(evenement.key, rang, liens.length);
      const ailleurs = rang < 0 && document.activeElement?.id !== 'champ-q' && document.activeElement !== document.body;
      if (voisin === undefined || ailleurs) return;
      evenement.preventDefault();
      liens[voisin]?.focus();
    };
    document.addEventListener('keydown', handleTouche);
    return () => document.removeEventListener('keydown', handleTouche);
  }, []);
  return cadre;
}

function Resultats({ groupes }: { groupes: readonly GroupeTrouve[] }) {
  const cadre = useFleches();
  return (
    <div ref={cadre}>
      {groupes.map(({ titre, trouvailles, tout }) => (
        <Bloc key={titre} titre={titre}>
          <LignesDeBloc
            lignes={trouvailles.map(({ href, titre: nom, detail, etiquette }) => ({
              cle: href,
              titre: <a href={href}>{nom}</a>,
              detail,
              fin: etiquette ? <Etiquette>{etiquette}</Etiquette> : null,
            }))}
          />
          {tout ? (
            <p>
              <a href={tout}>Voir toute la liste</a>
            </p>
          ) : null}
        </Bloc>
      ))}
    </div>
  );
}

type RienProps = { texte: string; assez: boolean; conseils: readonly string[]; suites: readonly SuiteProposee[] };

function Rien({ texte, assez, conseils, suites }: RienProps) {
  const titre = texte === '' ? 'Un champ pour tout' : assez ? 'Rien ne répond' : 'Tapez au moins deux caractères';
  return (
    <>
      <EtatVide titre={titre}>
        {assez
          ? 'Rien de ce que vous pouvez voir ne répond. Essayez un autre mot, l’autre nom, ou la date de naissance.'
          : 'Les accents et les majuscules ne comptent pas, une faute de frappe est tolérée.'}
      </EtatVide>
      <Bloc titre="Ce que vous pouvez taper">
        <LignesDeBloc lignes={conseils.map((conseil) => ({ cle: conseil, titre: conseil }))} />
      </Bloc>
      {assez && suites.length > 0 ? (
        <Bloc titre="Si vous ne trouvez pas">
          <LignesDeBloc
            lignes={suites.map(({ titre: nom, href, aide }) => ({
              cle: href,
              titre: <a href={href}>{nom}</a>,
              detail: aide,
            }))}
          />
        </Bloc>
      ) : null}
    </>
  );
}
