import { Introuvable } from '#server/errors.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { LIBELLE_CONFIANCE } from '#shared/texte-legal.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { getParametreFiche } from '../../data/parametres.server.ts';
import { recordParametre } from '../../data/parametres-commands.server.ts';
import { canRecordParametre } from '../../droits.ts';
import { CleParametre, getDefinition, type Parametre } from '../../parametre.ts';
import type { Route } from './+types/regler.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const cle = CleParametre.safeParse(args.params.cle);
    if (!cle.success) throw new Introuvable('Ce paramètre n’existe pas.');
    return { parametre: await getParametreFiche(contexte, cle.data), peut: canRecordParametre(contexte.agent) };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordParametre,
    avec: { cle: args.params.cle },
    vers: (cle) => `/organisation/parametres/${cle}`,
    fait: 'Paramètre réglé. L’ancienne valeur reste dans l’histoire.',
  });
}

const FIL = [FIL_ORGANISATION, { titre: 'Paramètres', href: '/organisation/parametres' }];

export default function ReglerParametre({ loaderData: { parametre, peut }, actionData }: Route.ComponentProps) {
  const entete = { titre: parametre.libelle, sous: `${parametre.aide} Aujourd’hui : ${parametre.lisible}.`, fil: FIL };
  return (
    <>
      {peut ? <Formulaire entete={entete} parametre={parametre} rendue={actionData} /> : <EnTetePage {...entete} />}
      <section className="section">
        <h2>
          Ses valeurs dans le temps <span className="nombre">{parametre.historique.length}</span>
        </h2>
        <Historique parametre={parametre} />
      </section>
    </>
  );
}

type FormulaireProps = {
  entete: { titre: string; sous: string; fil: typeof FIL };
  parametre: Parametre;
  rendue: Route.ComponentProps['actionData'];
};

function Formulaire({ entete, parametre, rendue }: FormulaireProps) {
  const { erreurs, v, champ } = readValeurs(rendue, { confiance: 'local' });
  const { choix, unite } = getDefinition(parametre.cle);
  const commun = { nom: 'valeur', requis: true, erreur: erreurs.valeur, valeur: v('valeur') };
  return (
    <Saisie {...entete} acte="Régler ce paramètre" retour="/organisation/parametres" rendue={rendue}>
      {choix ? (
        <ChampSelection {...commun} libelle="Nouvelle valeur" choix={buildChoix(choix)} />
      ) : (
        <ChampTexte {...commun} libelle={unite ? `Nouvelle valeur, en ${unite}` : 'Nouvelle valeur'} taille="moyen" />
      )}
      <ChampJour {...champ('du')} libelle="Prend effet le" requis />
      <ChampTexte {...champ('source')} libelle="Source" aide="Délibération, schéma, note de service…" requis />
      <Radios
        {...champ('confiance')}
        libelle="Cette valeur est"
        requis
        choix={buildChoix({ local: LIBELLE_CONFIANCE.local, 'a-confirmer': 'à confirmer' })}
      />
    </Saisie>
  );
}

function Historique({ parametre: { historique, lisible } }: { parametre: Parametre }) {
  if (historique.length === 0) {
    return (
      <EtatVide titre="Jamais réglé">
        La valeur par défaut, {lisible}, tient tant que le département n’a rien décidé.
      </EtatVide>
    );
  }
  return (
    <Tableau
      legende="Valeurs successives, de la plus récente à la plus ancienne"
      lignes={historique}
      cle={({ id }) => id}
      colonnes={[
        { cle: 'valeur', titre: 'Valeur', cellule: (version) => version.lisible },
        { cle: 'periode', titre: 'Quand', cellule: ({ du, au }) => formatPeriode(du, au) },
        { cle: 'source', titre: 'Source', cellule: ({ source }) => source },
        { cle: 'confiance', titre: 'Confiance', cellule: ({ confiance }) => LIBELLE_CONFIANCE[confiance] },
      ]}
    />
  );
}
