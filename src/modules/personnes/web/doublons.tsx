import { Introuvable } from '#server/errors.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { type FicheBreve, listDoublons } from '../data/doublons-queries.server.ts';
import { LIBELLE_RAISON } from '../doublon.ts';
import { canFusionner } from '../droits.ts';
import { formatNaissance } from '../personne.ts';
import type { Route } from './+types/doublons.ts';
import { formatDossier } from './fusion-view.ts';

/** Au-delà, on réunit d'abord celles-ci. */
const LIMITE = 50;

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canFusionner(contexte.agent)) throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    return { lignes: await listDoublons(contexte, LIMITE) };
  });
}

export default function Doublons({ loaderData: { lignes } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre="Fiches en double"
        sous={`${formatNombre(lignes.length)} qui pourraient être la même personne, parmi celles que vous voyez`}
      />
      {lignes.length === 0 ? (
        <EtatVide titre="Aucun doublon probable">
          Deux fiches aux noms proches et de même naissance, ou de même nom et dont la naissance ne diffère que d’un
          chiffre, apparaîtraient ici.
        </EtatVide>
      ) : (
        <Tableau
          legende="Doublons probables"
          lignes={lignes}
          cle={({ a, b }) => `${a.id}-${b.id}`}
          colonnes={[
            { cle: 'a', titre: 'Une fiche', cellule: ({ a }) => <Fiche fiche={a} /> },
            { cle: 'b', titre: 'L’autre', cellule: ({ b }) => <Fiche fiche={b} /> },
            { cle: 'raison', titre: 'Pourquoi', cellule: ({ raison }) => LIBELLE_RAISON[raison] },
            {
              cle: 'acte',
              titre: 'Acte',
              cellule: ({ a, b }) => (
                <LienBouton
                  petit
                  href={`/personnes/fusion?a=${a.id}&b=${b.id}`}
                  aria-label={`Comparer ${formatPersonne(a)} et ${formatPersonne(b)}`}
                >
                  Comparer
                </LienBouton>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function formatNombre(nombre: number): string {
  if (nombre === 0) return 'Des paires de fiches';
  return `${nombre >= LIMITE ? `Les ${LIMITE} premières paires` : `${nombre} paire${nombre > 1 ? 's' : ''}`} de fiches`;
}

function Fiche({ fiche }: { fiche: FicheBreve }) {
  return (
    <>
      <a href={`/personnes/${fiche.id}`}>{formatPersonne(fiche)}</a>
      <small>
        {formatNaissance(fiche)} · {formatDossier(fiche)}
      </small>
    </>
  );
}
