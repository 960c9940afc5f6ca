import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Details, EtapesDeCalcul } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
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
      <Tableau
        legende="Ce que la décision demande de mettre en place"
        lignes={mesures}
        cle={({ id }) => id}
        colonnes={[
          { cle: 'nature', titre: 'Quoi', cellule: ({ nature }) => nature },
          { cle: 'mineur', titre: 'Pour', cellule: ({ mineur }) => mineur },
          { cle: 'accord', titre: 'Accord', cellule: ({ accord, ton }) => <Etiquette ton={ton}>{accord}</Etiquette> },
        ]}
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

export function ADire({ dues, sourceMuette }: Pick<SuitesVue, 'dues' | 'sourceMuette'>) {
  return (
    <Bloc titre="Ce que l’on doit dire">
      {dues.length > 0 ? (
        <Tableau
          legende="Ce que l’on doit dire, à qui, pour quand, et ce qui a été dit"
          lignes={dues}
          cle={({ cle }) => cle}
          ton={({ ton }) => (ton === 'retard' ? 'retard' : undefined)}
          colonnes={[
            { cle: 'quoi', titre: 'Quoi', cellule: ({ quoi }) => quoi },
            { cle: 'qui', titre: 'À qui', cellule: ({ aQui }) => aQui },
            {
              cle: 'quand',
              titre: 'Pour le',
              cellule: ({ quand, etapes, textes }) => (
                <>
                  {quand}
                  <Details>
                    <EtapesDeCalcul etapes={etapes} textes={textes} />
                  </Details>
                </>
              ),
            },
            {
              cle: 'fait',
              titre: 'Dit',
              cellule: ({ fait, ton, href, quoi, aQui }) => (
                <>
                  {fait ?? (ton === 'neutre' ? '' : <Etiquette ton={ton}>à dire</Etiquette>)}{' '}
                  {href ? (
                    <a href={href}>
                      {fait ? 'Inscrire de nouveau' : 'Inscrire'}
                      <span className="lecteur">
                        {' '}
                        : {quoi}, {aQui}
                      </span>
                    </a>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      ) : (
        <p>Rien n’est encore à dire.</p>
      )}
      {sourceMuette ? <p>{sourceMuette}</p> : null}
    </Bloc>
  );
}
