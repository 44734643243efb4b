import type { ComponentStatus, HealthComponent } from '../../world/telemetry/telemetry-port.ts';

const ranks: readonly ComponentStatus[] = ['operational', 'degraded', 'down'];

/** The worst status among the components; a dependency that is down degrades the instance and does not stop it. */
export function worstStatus(components: readonly HealthComponent[]): ComponentStatus {
  const rank = ({ status, kind }: HealthComponent) => Math.min(ranks.indexOf(status), kind === 'dependency' ? 1 : 2);
  return ranks[Math.max(0, ...components.map(rank))] ?? 'operational';
}
