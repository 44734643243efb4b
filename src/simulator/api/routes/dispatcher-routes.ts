import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { DispatcherVerb } from '../../world/campaign-port.ts';
import type { ApiEnv } from '../api-env.ts';
import { tenantOf } from '../guard/guard.ts';
import { dispatcher, forecast, verbRequest } from '../schemas/campaign.ts';
import { asWritten, base, ofCampaign, within } from './campaign-route-parts.ts';
import { body, everyRefusal, json, notFound } from './responses.ts';
import { unwrap } from './unwrap.ts';
import { withoutUndefined } from './without-undefined.ts';

const ofDispatcher = `${base}/{campaignId}/dispatcher`;

const get = createRoute({
  operationId: 'getDispatcher',
  method: 'get',
  path: ofDispatcher,
  summary: 'Where the dispatcher of a campaign stands',
  ...within('getDispatcher', 'campaigns:read'),
  request: { params: ofCampaign },
  responses: { 200: json(dispatcher, 'The dispatcher.'), ...everyRefusal, ...notFound },
});

const getForecast = createRoute({
  operationId: 'getDispatcherForecast',
  method: 'get',
  path: `${ofDispatcher}/forecast`,
  summary: 'What would be called, and until when',
  ...within('getDispatcherForecast', 'campaigns:read'),
  request: { params: ofCampaign },
  responses: { 200: json(forecast, 'The forecast, as if the dispatcher ran now.'), ...everyRefusal, ...notFound },
});

/** What each verb does, in the words of the document. */
const effects: Readonly<Record<DispatcherVerb, readonly [summary: string, description: string]>> = {
  start: [
    'Start calling',
    'From `draft` to `running`, or to `scheduled` when `schedule.startsAt` is ahead. There are no calls in progress.',
  ],
  pause: [
    'Begin no more calls',
    'From `running` or `scheduled` to `paused`. Calls in progress finish; contacts that wait for a line go back in turn.',
  ],
  resume: [
    'Go on calling',
    'From `paused` to `running`, or back to `scheduled` when `schedule.startsAt` is ahead. Calls in progress go on.',
  ],
  stop: [
    'End the campaign for good',
    'From `scheduled`, `running`, `paused` or `draining` to `draining`, and to `stopped` once no call is in progress. With `callsInProgress: hang-up` calls in the hands of the AI are ended and lost calls given up; calls that a person has taken over finish. It cannot be started again.',
  ],
};

function verbRoute<V extends DispatcherVerb>(verb: V) {
  const [summary, description] = effects[verb];
  return createRoute({
    operationId: `${verb}Dispatcher`,
    method: 'post',
    path: `${ofDispatcher}/${verb}`,
    summary,
    description: `${description} In any other state it answers 409 \`illegal-state\` with \`state\` and \`legalVerbs\`.`,
    ...within(`${verb}Dispatcher`, 'campaigns:dispatch'),
    request: { params: ofCampaign, body: { ...body(verbRequest), required: false } },
    responses: { 200: json(dispatcher, 'The dispatcher after it.'), ...asWritten },
  });
}

/** The dispatcher: its state, a forecast, and the four verbs. */
export function registerDispatcherRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(get, (c) => {
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.dispatcher(c.req.valid('param').campaignId)), 200);
  });
  app.openapi(getForecast, (c) => {
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.forecast(c.req.valid('param').campaignId)), 200);
  });
  for (const verb of ['start', 'pause', 'resume', 'stop'] as const) {
    app.openapi(verbRoute(verb), (c) => {
      const { campaignId } = c.req.valid('param');
      const options = withoutUndefined(c.req.valid('json') ?? {});
      const { campaigns } = tenantOf(c.get('caller'));
      return c.json(unwrap(campaigns.drive(campaignId, verb, options, c.get('caller').user)), 200);
    });
  }
}
