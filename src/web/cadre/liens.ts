import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * Les pages écrivent de simples <a> : le serveur les rend sans coût et elles valent sans JavaScript.
 * Quand JavaScript est là, un seul écouteur change de page sans recharger le document.
 */
export function useLiensInternes(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const lien = event.target instanceof Element ? event.target.closest('a') : null;
      if (!lien || event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (!isPageInterne(lien, window.location)) return;
      event.preventDefault();
      navigate(lien.pathname + lien.search + lien.hash);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [navigate]);
}

type Lien = Pick<HTMLAnchorElement, 'origin' | 'pathname' | 'search' | 'target' | 'hasAttribute'>;

/** Vrai pour une page de Marelle ; faux pour une ancre, un fichier, l'API, une autre fenêtre. */
export function isPageInterne(lien: Lien, ici: Pick<Location, 'origin' | 'pathname' | 'search' | 'hash'>): boolean {
  if (lien.origin !== ici.origin || lien.target || lien.hasAttribute('download')) return false;
  if (lien.pathname.startsWith('/api/') || /\.[a-z0-9]{2,5}$/i.test(lien.pathname)) return false;
  // Ouvert par son ancre, le menu du téléphone ne se referme que si le navigateur change vraiment d'adresse.
  if (ici.hash === '#menu') return false;
  return lien.pathname !== ici.pathname || lien.search !== ici.search;
}

/** Au changement de page, le foyer passe au contenu, comme après un rechargement. */
export function useFoyerAuContenu(): void {
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    document.getElementById('contenu')?.focus({ preventScroll: true });
  }, [pathname]);
}
