import { Form } from 'react-router';
import type { TarifsARevoir } from '#modules/contrats-eaje/index.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { AvisVu, EquipeVue, RelaisVu } from './ma-journee-view.ts';

export function AvisRecus({ avis }: { avis: readonly AvisVu[] }) {
  return (
    <Bloc titre="Avis">
      {avis.length === 0 ? (
        <p className="discret">Ce qu’un autre a fait et que vous devez savoir viendra ici.</p>
      ) : null}
      <LignesDeBloc
        lignes={avis.map(({ id, titre, texte, lien, quand, lu }) => ({
          cle: id,
          titre: lien ? <a href={lien}>{titre}</a> : titre,
          detail: `${quand} · ${texte}`,
          fin: lu ? undefined : (
            <Form method="post">
              <input type="hidden" name="id" value={id} />
              <Bouton petit aria-label={`Marquer comme lu : ${titre}`}>
                Lu
              </Bouton>
            </Form>
          ),
        }))}
      />
      <p>
        <a href="/organisation/avis">Tous les avis</a>
      </p>
    </Bloc>
  );
}

export function Equipe({ equipe }: { equipe: EquipeVue }) {
  return (
    <Bloc titre={<a href={equipe.href}>{equipe.titre}</a>}>
      <LignesDeBloc
        lignes={equipe.agents.map(({ id, nom, metier, absence }) => ({
          cle: id,
          titre: <a href={`/organisation/agents/${id}`}>{nom}</a>,
          detail: metier,
          fin: <Etiquette ton={absence ? 'retard' : 'neutre'}>{absence ?? 'en poste'}</Etiquette>,
        }))}
      />
      {equipe.autres > 0 ? (
        <p>
          <a href={equipe.href}>{equipe.autres} autres</a>
        </p>
      ) : null}
    </Bloc>
  );
}

export function Relais({ relais }: { relais: readonly RelaisVu[] }) {
  return (
    <Bloc titre="Relais">
      <LignesDeBloc lignes={relais} />
      <p>
        <a href="/relais">{relais.length === 0 ? 'Confier mes enfants pendant une absence' : 'Tous les relais'}</a>
      </p>
    </Bloc>
  );
}

const CRECHES_MONTREES = 6;

/** Les crèches dont des contrats ne suivent plus le barème ou les ressources ; chacune mène à sa liste. */
export function TarifsDesCreches({ tarifs }: { tarifs: TarifsARevoir }) {
  const contrats = tarifs.reduce((total, creche) => total + creche.contrats, 0);
  const autres = tarifs.length - CRECHES_MONTREES;
  return (
    <Bloc titre={`Tarifs à revoir : ${contrats}`}>
      <LignesDeBloc
        lignes={tarifs.slice(0, CRECHES_MONTREES).map(({ id, nom, contrats }) => ({
          cle: id,
          titre: <a href={`/creches/${id}/enfants?accueil=tarif-a-revoir`}>{nom}</a>,
          fin: <Etiquette ton="bientot">{`${contrats} contrat${contrats > 1 ? 's' : ''}`}</Etiquette>,
        }))}
      />
      {autres > 0 ? <p className="discret">et {autres > 1 ? `${autres} autres crèches` : 'une autre crèche'}</p> : null}
    </Bloc>
  );
}
