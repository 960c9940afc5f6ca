import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Details, EtapesDeCalcul } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { SuitesVue } from './suites-view.ts';

type Present<C extends keyof SuitesVue> = NonNullable<SuitesVue[C]>;

export function DecisionPrise({ decision }: { decision: Present<'decision'> }) {
  return (
    <Bloc titre={`Décision : ${decision.titre.toLocaleLowerCase('fr')}`}>
      <p className="recit">{decision.motif}</p>
      {decision.motifEcart ? (
        <p className="recit">
          <strong>Pourquoi elle s’écarte de la proposition :</strong> {decision.motifEcart}
        </p>
      ) : null}
      <p>
        <small>Signée par {decision.signee}.</small>
      </p>
    </Bloc>
  );
}

export function Proposition({ proposition }: { proposition: Present<'proposition'> }) {
  return (
    <Bloc titre="Ce que propose l’équipe">
      <p>
        {proposition.conclusion}. Proposition : <strong>{proposition.proposition.toLocaleLowerCase('fr')}</strong>.{' '}
        <small>Rapport validé le {proposition.valideLe}.</small>
      </p>
      {proposition.argumentaire ? <p className="recit">{proposition.argumentaire}</p> : null}
    </Bloc>
  );
}

export function AMettreEnPlace({ mesures, accordHref }: Pick<SuitesVue, 'mesures' | 'accordHref'>) {
  return (
    <Bloc titre="À mettre en place">
      <LignesDeBloc
        lignes={mesures.map(({ id, nature, mineur, accord, ton }) => ({
          cle: id,
          titre: nature,
          detail: `pour ${mineur}`,
          fin: <Etiquette ton={ton}>{accord}</Etiquette>,
        }))}
      />
      {accordHref ? (
        <p>
          <LienBouton petit href={accordHref}>
            Inscrire l’accord ou le refus de la famille
          </LienBouton>
        </p>
      ) : null}
    </Bloc>
  );
}

export function Signalements({ signalements, signalerHref }: Pick<SuitesVue, 'signalements' | 'signalerHref'>) {
  return (
    <Bloc titre="Signalements au procureur">
      {signalements.length > 0 ? (
        <LignesDeBloc
          lignes={signalements.map(({ id, href, etat, ton, urgent, motif, detail }) => ({
            cle: id,
            titre: (
              <>
                <a href={href}>{motif}</a> {urgent ? <Etiquette ton="retard">urgent</Etiquette> : null}
              </>
            ),
            detail,
            fin: <Etiquette ton={ton}>{etat}</Etiquette>,
          }))}
        />
      ) : (
        <p>Aucun signalement pour cette information.</p>
      )}
      {signalerHref ? (
        <p>
          <LienBouton petit href={signalerHref}>
            Commencer un signalement
          </LienBouton>
        </p>
      ) : null}
    </Bloc>
  );
}

export function ADire({ dues, sourceMuette, ecritsHref }: Pick<SuitesVue, 'dues' | 'sourceMuette' | 'ecritsHref'>) {
  return (
    <Bloc titre="Ce que l’on doit dire">
      {dues.length > 0 ? (
        <LignesDeBloc
          lignes={dues.map(({ cle, quoi, aQui, quand, ton, etapes, textes, fait, href }) => ({
            cle,
            titre: (
              <>
                {quoi} {ton === 'neutre' ? null : <Etiquette ton={ton}>{fait ? 'dit' : 'à dire'}</Etiquette>}
              </>
            ),
            detail: (
              <>
                {aQui} · {quand}
                {fait ? ` · ${fait}` : ''}
                <Details titre="Pourquoi ?">
                  <EtapesDeCalcul etapes={etapes} textes={textes} />
                </Details>
              </>
            ),
            fin: href ? (
              <a href={href}>
                {fait ? 'Inscrire de nouveau' : 'Inscrire'}
                <span className="lecteur">
                  {' '}
                  : {quoi}, {aQui}
                </span>
              </a>
            ) : null,
          }))}
        />
      ) : (
        <p>Rien n’est encore à dire.</p>
      )}
      {sourceMuette ? <p>{sourceMuette}</p> : null}
      {ecritsHref ? (
        <p>
          <a href={ecritsHref}>Les écrits à envoyer</a>
        </p>
      ) : null}
    </Bloc>
  );
}
