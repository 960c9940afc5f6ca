import { getCible } from '#modules/acces/index.server.ts';
import { canRecordRestriction } from '#modules/acces/index.ts';
import { listMesuresDe } from '#modules/mesures/index.server.ts';
import { canProposerMesure, canRecevoirDecision } from '#modules/mesures/index.ts';
import { recordTrace } from '#server/journal.ts';
import { listOnglets } from '#web/dossier/onglets.server.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Boutons, LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Frise } from '#web/ui/frise.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import type { Route } from './+types/mesures-enfant.ts';
import {
  buildCouloirsDeMesures,
  buildMesuresDeLEnfant,
  computeFenetreDeMesures,
  type MesureDeLEnfant,
} from './mesures-enfant-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const { agent, aujourdhui: jour, tx } = contexte;
    const cible = await getCible(contexte, id);
    const mesures = await listMesuresDe(contexte, id);
    await recordTrace(tx, { acte: 'enfants.mesures.consulter', enfantId: id });
    return {
      id,
      nom: cible.nom,
      aujourdhui: jour,
      onglets: await listOnglets(contexte, id, 'mesures', canRecordRestriction(agent, cible, jour)),
      ...buildMesuresDeLEnfant(mesures, { agent, cible, jour }),
      couloirs: buildCouloirsDeMesures(mesures),
      fenetre: computeFenetreDeMesures(mesures, jour),
      peutProposer: canProposerMesure(agent, cible, jour),
      peutRecevoir: canRecevoirDecision(agent, cible, jour),
    };
  });
}

export default function MesuresDeLEnfant({ loaderData }: Route.ComponentProps) {
  const { id, nom, onglets, courantes, finies, echues, couloirs, fenetre, aujourdhui } = loaderData;
  return (
    <Fiche
      titre={`Mesures · ${nom}`}
      sous="Ce qui fonde l’action du département auprès de l’enfant"
      fil={[
        { titre: 'Enfants', href: '/enfants' },
        { titre: nom, href: `/enfants/${id}` },
      ]}
      onglets={onglets}
      actes={<ActesDeLOnglet {...loaderData} />}
      alertes={echues.map((echue) => (
        <Avis key={echue.id} ton="retard" titre="Expirée sans décision : l’enfant est sans fondement légal">
          <a href={echue.href}>{echue.titre}</a> a couvert l’enfant jusqu’au {echue.echueLe} (C. civ., art. 375 ;
          MES-027). Inscrivez la décision reçue, ou la fin de la mesure.
        </Avis>
      ))}
      large={
        couloirs.length > 0 ? (
          <Frise titre="Ses mesures dans le temps" {...fenetre} aujourdhui={aujourdhui} couloirs={couloirs} />
        ) : null
      }
    >
      {courantes.length === 0 ? (
        <EtatVide titre="Aucune mesure ne court">
          Proposez une prestation, ou inscrivez la décision de justice que vous avez reçue : elle viendra ici, avec ce
          qu’elle fait naître.
        </EtatVide>
      ) : null}
      {courantes.map((mesure) => (
        <CarteDeMesure key={mesure.id} mesure={mesure} />
      ))}
      {finies.length > 0 ? <h2>Finies</h2> : null}
      {finies.map((mesure) => (
        <CarteDeMesure key={mesure.id} mesure={mesure} />
      ))}
    </Fiche>
  );
}

function ActesDeLOnglet({ id, peutProposer, peutRecevoir }: Route.ComponentProps['loaderData']) {
  return (
    <>
      {peutProposer ? (
        <LienBouton petit href={`/mesures/nouvelle?enfant=${id}`}>
          Proposer une mesure
        </LienBouton>
      ) : null}
      {peutRecevoir ? (
        <LienBouton petit href={`/mesures/recevoir?enfant=${id}`}>
          Inscrire une décision de justice
        </LienBouton>
      ) : null}
    </>
  );
}

function CarteDeMesure({ mesure }: { mesure: MesureDeLEnfant }) {
  const { href, titre, etat, ton, decision, periode, terme, service, unite, attente, fondement, actes } = mesure;
  return (
    <Bloc
      titre={
        <>
          <a href={href}>{titre}</a> <Etiquette ton={ton}>{etat}</Etiquette>
        </>
      }
    >
      <p>
        {periode}
        {terme ? (
          <>
            {' '}
            <Etiquette ton={terme.ton}>{terme.texte}</Etiquette>
          </>
        ) : null}
        <br />
        {decision}. {service}, {unite}.
        <br />
        <small>{fondement}</small>
      </p>
      {attente ? <p>{attente}.</p> : null}
      {actes.length > 0 ? (
        <Boutons>
          {actes.map((acte) => (
            <LienBouton key={acte.acte} petit href={acte.href}>
              {acte.titre}
              <span className="lecteur"> : {titre}</span>
            </LienBouton>
          ))}
        </Boutons>
      ) : null}
    </Bloc>
  );
}
