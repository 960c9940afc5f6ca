import { Form } from 'react-router';
import type { Contexte } from '#database/as-agent.ts';
import { canConduire, formatMineur } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { formatNom } from '#shared/nom-propre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { closeReconnaissance, recordPasLaMeme, recordReconnaissance } from '../data/reconnaissance-commands.server.ts';
import { type Decrit, listCandidats, listDecrits } from '../data/reconnaissance-queries.server.ts';
import type { Route } from './+types/reconnaitre.ts';
import { readPageDActe } from './acte.server.ts';
import { Candidats } from './candidats.tsx';
import { buildCandidat } from './candidats-view.ts';
import { buildSur } from './page-acte.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(args, canConduire, async (contexte, { id }) => {
    const { mineurs, adultes } = await listDecrits(contexte, id);
    const montres = [];
    for (const mineur of mineurs) montres.push({ champ: 'mineurId', ...(await buildDecrit(contexte, mineur, true)) });
    for (const adulte of adultes) montres.push({ champ: 'adulteId', ...(await buildDecrit(contexte, adulte, false)) });
    return { montres };
  });
}

async function buildDecrit(contexte: Contexte, decrit: Decrit, enfant: boolean) {
  const candidats = decrit.lieA ? [] : await listCandidats(contexte, decrit, { enfant, sauf: decrit.distingues });
  return {
    id: decrit.id,
    nom: enfant ? formatMineur(decrit) : formatNom(decrit.nom ?? '', decrit.prenom) || `Adulte ${decrit.rang}`,
    relie: decrit.lieA ? (decrit.lieNom ?? 'une personne connue, hors de vos missions') : null,
    candidats: candidats.map(buildCandidat),
  };
}

const ACTES = {
  relier: { command: recordReconnaissance, fait: 'Le lien est fait.' },
  distinguer: { command: recordPasLaMeme, fait: 'C’est noté : cette personne ne sera plus proposée ici.' },
} as const;

export async function action(args: Route.ActionArgs) {
  const geste = (await args.request.clone().formData()).get('geste');
  const avec = { informationId: args.params.id };
  const vers = (id: string) => formatAdresseInformation(id, 'reconnaitre');
  if (geste === 'defaire')
    return actPage(args, { command: closeReconnaissance, avec, vers, fait: 'Le lien est défait.' });
  const { command, fait } = geste === 'distinguer' ? ACTES.distinguer : ACTES.relier;
  return actPage(args, { command, avec, vers, fait });
}

export default function Reconnaitre({ loaderData, actionData }: Route.ComponentProps) {
  const { sous, fil, retour } = buildSur(loaderData);
  return (
    <>
      <EnTetePage titre="Reconnaître" sous={sous} fil={fil} actes={<a href={retour}>Revenir à l’information</a>} />
      <ResumeErreurs erreurs={actionData?.erreurs} />
      {loaderData.montres.map((montre) => (
        <Bloc key={montre.id} titre={montre.nom}>
          {montre.relie ? (
            <Geste champ={montre.champ} id={montre.id} geste="defaire" titre="Défaire ce lien" qui={montre.nom}>
              Relié à {montre.relie}.{' '}
            </Geste>
          ) : montre.candidats.length === 0 ? (
            <p>Personne de connu ne lui ressemble, parmi ceux que vous voyez.</p>
          ) : (
            <Candidats
              candidats={montre.candidats}
              gestes={({ id: personneId, nom }) => (
                <>
                  <Geste
                    champ={montre.champ}
                    id={montre.id}
                    personneId={personneId}
                    geste="relier"
                    titre="C’est la même personne"
                    qui={nom}
                  />
                  <Geste
                    champ={montre.champ}
                    id={montre.id}
                    personneId={personneId}
                    geste="distinguer"
                    titre="Pas la même personne"
                    qui={nom}
                  />
                </>
              )}
            />
          )}
        </Bloc>
      ))}
    </>
  );
}

type GesteProps = {
  champ: string;
  id: string;
  personneId?: string;
  geste: 'relier' | 'distinguer' | 'defaire';
  titre: string;
  qui: string;
  children?: React.ReactNode;
};

function Geste({ champ, id, personneId, geste, titre, qui, children }: GesteProps) {
  return (
    <Form method="post">
      {children}
      <input type="hidden" name={champ} value={id} />
      {personneId ? <input type="hidden" name="personneId" value={personneId} /> : null}
      <Bouton petit name="geste" value={geste} variante={geste === 'relier' ? 'principal' : 'secondaire'}>
        {titre} <span className="lecteur">: {qui}</span>
      </Bouton>
    </Form>
  );
}
