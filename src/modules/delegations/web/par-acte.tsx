import { getVocabulaire, listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { buildChoixUnites } from '#modules/organisation/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { parseJourCivil } from '#shared/jour-civil-saisie.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { listOnglets } from '#web/gabarits/onglets-organisation.ts';
import { readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { Faits } from '#web/ui/faits.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { countDelegations, listDelegations } from '../data/delegations.server.ts';
import { DelegationFiltre, formatActe } from '../delegation.ts';
import { canRecordDelegation } from '../droits.ts';
import type { Route } from './+types/par-acte.ts';
import { TableauDelegations } from './tableau-delegations.tsx';

const TOUTES = { page: 1, taille: 5000 };

/** Qui peut signer quoi ce jour : aujourd'hui, ou un autre jour que l'on demande. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { searchParams } = new URL(args.request.url);
    const lu = parseJourCivil(searchParams.get('jour') ?? '');
    const jour = lu.ok ? lu.jour : contexte.aujourdhui;
    const filtre = DelegationFiltre.parse({ unite: searchParams.get('unite') });
    return {
      delegations: (await listDelegations(contexte, { filtre, jour }, TOUTES)).lignes,
      comptes: await countDelegations(contexte, jour),
      jour,
      aujourdhui: contexte.aujourdhui,
      illisible: searchParams.get('jour') && !lu.ok ? lu.message : undefined,
      filtre,
      unites: await listUnitesAChoisir(contexte),
      mots: await getVocabulaire(contexte.tx, contexte.aujourdhui),
      peut: canRecordDelegation(contexte.agent),
    };
  });
}

export default function QuiSigneQuoi({ loaderData }: Route.ComponentProps) {
  const { delegations, comptes, jour, aujourdhui, illisible, filtre, unites, mots, peut } = loaderData;
  const quand = jour === aujourdhui ? 'aujourd’hui' : `le ${formatJour(jour, 'long')}`;
  const parActe = [...Map.groupBy(delegations, ({ acte }) => acte)].sort(([a], [b]) =>
    formatActe(a).localeCompare(formatActe(b), 'fr'),
  );
  return (
    <>
      <EnTetePage
        titre={`Qui peut signer quoi ${quand}`}
        sous="Délégations de signature du président du conseil départemental (CGCT, art. L3221-3)"
        actes={
          peut ? <LienBouton href="/organisation/delegations/nouvelle">Enregistrer une délégation</LienBouton> : null
        }
      />
      <Onglets libelle="Pages de l’organisation" onglets={listOnglets('delegations')} />
      <Comptes comptes={comptes} />
      <form className="filtres" action="/organisation/delegations" aria-label="Choisir le jour et l’unité">
        <ChampJour nom="jour" libelle="Jour" aide={null} valeur={jour} erreur={illisible} />
        <ChampSelection
          nom="unite"
          libelle="Unité et ce qui en dépend"
          vide="Toutes"
          choix={buildChoixUnites(unites, mots)}
          valeur={filtre.unite}
        />
        <Bouton>Montrer</Bouton>
      </form>
      {comptes['bientot-finie'] > 0 ? (
        <Avis ton="bientot" titre={formatAlerte(comptes['bientot-finie'])}>
          <p>
            Préparez les arrêtés qui les remplacent.{' '}
            <a href="/organisation/delegations/liste?etat=bientot-finie">Voir la liste</a>
          </p>
        </Avis>
      ) : null}
      {parActe.length === 0 ? (
        <EtatVide titre="Personne n’a délégation ce jour">
          Le président signe lui-même. Les délégations enregistrées apparaîtront ici.
        </EtatVide>
      ) : null}
      {parActe.map(([acte, lignes]) => (
        <section className="section" key={acte}>
          <h2>
            {formatActe(acte)} <span className="nombre">{lignes.length}</span>
          </h2>
          <TableauDelegations
            delegations={lignes}
            jour={jour}
            legende={`Qui peut signer : ${formatActe(acte)}`}
            peut={peut}
          />
        </section>
      ))}
    </>
  );
}

function formatAlerte(nombre: number): string {
  return nombre === 1 ? 'Une délégation finit dans les 60 jours' : `${nombre} délégations finissent dans les 60 jours`;
}

function Comptes({ comptes }: { comptes: Route.ComponentProps['loaderData']['comptes'] }) {
  const lien = (etat: keyof typeof comptes) => (
    <a href={`/organisation/delegations/liste?etat=${etat}`}>{comptes[etat]}</a>
  );
  return (
    <Faits
      faits={[
        { titre: 'En vigueur', valeur: lien('en-vigueur') },
        {
          titre: 'Finissent dans les 60 jours',
          valeur: lien('bientot-finie'),
          ton: comptes['bientot-finie'] > 0 ? 'bientot' : undefined,
        },
        { titre: 'À venir', valeur: lien('a-venir') },
        { titre: 'Finies', valeur: lien('finie') },
      ]}
    />
  );
}
