import { formatDelegataires, getSignature } from '#modules/delegations/index.server.ts';
import { readHeureParis } from '#server/clock.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import type { SaisieRendue } from '#web/page.server.ts';
import { readPage } from '#web/page.server.ts';
import { ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { Avis } from '#web/ui/message.tsx';
import { buildObjections } from '#web/ui/objection.ts';
import { Objections } from '#web/ui/objections.tsx';
import { getSignalementSuivi } from '../data/signalement-acte.server.ts';
import { canSuivreSignalement } from '../droits.ts';
import { evaluateSaisine } from '../rules/saisine.ts';
import { LIBELLE_ACTE_SIGNALEMENT, listActesSignalement } from '../rules/signalement.ts';
import { LIBELLE_MOYEN, LIBELLE_SUITES_PARQUET } from '../signalement.ts';
import type { Route } from './+types/signalement-acte.ts';
import { formatAdresseSignalement, formatAdresseSuites } from './adresses.ts';
import { actSignalement, isActeAvecPage } from './signalement-acte.server.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id, signalement: signalementId, acte } = args.params;
    const { cible, faits, signalement } = await getSignalementSuivi(contexte, { id: signalementId });
    const permis = isActeAvecPage(acte) && listActesSignalement(signalement.etat).includes(acte);
    if (!permis || cible.id !== id || !canSuivreSignalement(contexte.agent, cible))
      throw new Introuvable('Absent, ou hors de vos missions.');
    const signature = acte === 'signer' ? await getSignature(contexte, 'signalement.saisir', cible.uniteId) : null;
    return {
      id,
      signalementId,
      acte,
      numero: cible.numero,
      version: signalement.version,
      aujourdhui: contexte.aujourdhui,
      heure: readHeureParis(),
      signature: signature && {
        objections: [...buildObjections(signature.verdict), ...buildObjections(evaluateSaisine(signalement, faits))],
        qui: formatDelegataires(signature.delegataires),
      },
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { id, signalement, acte } = args.params;
  if (!isActeAvecPage(acte)) throw new Response(null, { status: 404 });
  return actSignalement(acte, args, {
    avec: { id: signalement },
    vers: () => formatAdresseSignalement(id, signalement),
  });
}

export default function SignalementActe({ loaderData, actionData }: Route.ComponentProps) {
  const { id, signalementId, acte, numero, version, signature } = loaderData;
  return (
    <Saisie
      titre={LIBELLE_ACTE_SIGNALEMENT[acte]}
      sous={numero}
      fil={[
        { titre: 'Informations préoccupantes', href: '/informations' },
        { titre: numero, href: formatAdresseSuites(id) },
        { titre: 'Signalement', href: formatAdresseSignalement(id, signalementId) },
      ]}
      acte={LIBELLE_ACTE_SIGNALEMENT[acte]}
      danger={acte === 'abandonner'}
      retour={formatAdresseSignalement(id, signalementId)}
      rendue={actionData}
      version={version}
    >
      {signature ? <ASavoir signature={signature} /> : null}
      <Champs {...loaderData} rendue={actionData} />
    </Saisie>
  );
}

type Donnees = Route.ComponentProps['loaderData'];

function ASavoir({ signature }: { signature: NonNullable<Donnees['signature']> }) {
  return (
    <>
      {signature.objections.length > 0 ? (
        <Avis ton="bientot" titre="Avant de signer">
          <Objections objections={signature.objections} />
        </Avis>
      ) : null}
      <p>Signé, le signalement ne change plus ; il part sans délai. {signature.qui}</p>
    </>
  );
}

function Champs({ acte, aujourdhui, heure, rendue }: Donnees & { rendue: SaisieRendue | undefined }) {
  const champ = buildChamp(rendue);
  if (acte === 'signer') return null;
  if (acte === 'abandonner')
    return <ZoneTexte {...champ('motifAbandon')} libelle="Pourquoi il ne part pas" lignes={3} requis />;
  return (
    <>
      <div className="groupe-champs">
        <ChampJour {...champ('le', aujourdhui)} libelle="Le" requis />
        {acte === 'envoyer' ? (
          <ChampTexte
            {...champ('heure', heure)}
            libelle="À (heure de Paris)"
            taille="court"
            aide="Par exemple 14:30"
            requis
          />
        ) : null}
      </div>
      {acte === 'envoyer' ? (
        <Radios {...champ('moyen')} libelle="Par quel moyen" choix={buildChoix(LIBELLE_MOYEN)} requis />
      ) : null}
      {acte === 'conclure' ? (
        <>
          <ChampSelection
            {...champ('nature')}
            libelle="Suite donnée"
            choix={buildChoix(LIBELLE_SUITES_PARQUET)}
            requis
          />
          <ZoneTexte {...champ('suites')} libelle="Ce qu’en dit le parquet" lignes={4} />
        </>
      ) : null}
    </>
  );
}
