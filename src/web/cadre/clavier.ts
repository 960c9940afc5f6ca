import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { EntreeDeNavigation } from './navigation.ts';

/** Le temps laissé entre `g` et la lettre de la page. */
const delaiDeSequence = 1500;

/** `/` va à la recherche, `g` puis une lettre à une page, `?` à la liste des raccourcis. */
export function useClavier(entrees: readonly EntreeDeNavigation[], actif: boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!actif) return;
    let attenteDepuis = Number.NEGATIVE_INFINITY;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isEnTrainDeSaisir(event.target)) return;
      const enSequence = event.timeStamp - attenteDepuis < delaiDeSequence;
      attenteDepuis = event.key === 'g' && !enSequence ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const href = enSequence ? entrees.find(({ touche }) => touche === event.key)?.href : undefined;
      if (href) navigate(href);
      else if (event.key === '/') document.getElementById('recherche-globale')?.focus();
      else if (event.key === '?') navigate('/raccourcis');
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [entrees, actif, navigate]);
}

function isEnTrainDeSaisir(cible: EventTarget | null): boolean {
  return cible instanceof HTMLElement && (cible.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(cible.tagName));
}
