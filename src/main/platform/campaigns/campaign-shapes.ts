import type { Shape } from '../client/body-shape.ts';
import { callsInProgressWord, machineRuleWord, retriedWord, uploadModeWord, weekdayWord } from './campaign-words.ts';

const SCHEDULE: Shape = {
  startsAt: { names: ['startat', 'start', 'notbefore', 'begin', 'beginsat', 'activefrom'], as: 'instant' },
  endsAt: { names: ['endat', 'end', 'notafter', 'until', 'activeuntil'], as: 'instant' },
  days: { names: ['weekdays', 'callingdays', 'daysofweek', 'activedays'], as: 'word', vocabulary: weekdayWord },
  windowStart: {
    names: ['opens', 'opensat', 'windowopens', 'from', 'dailystart', 'earliest', 'windowfrom', 'dailyfrom'],
  },
  windowEnd: { names: ['closes', 'closesat', 'windowcloses', 'to', 'dailyend', 'latest', 'windowto', 'dailyto'] },
  holidays: { names: ['excludeddates', 'blackoutdates', 'closeddates', 'daysoff'] },
  zone: { names: ['zonemode', 'zonerule', 'clock'], as: 'word', optional: true },
  fallbackTimeZone: {
    names: ['defaulttimezone', 'fallbackzone', 'defaultzone', 'fallbacktz', 'defaulttz', 'timezone'],
  },
};

/** What a campaign is created and changed with. */
export const CAMPAIGN_SHAPE: Shape = {
  name: { names: ['campaignname', 'title', 'label'] },
  description: { names: ['notes', 'about', 'purpose'] },
  flowId: { names: ['flow', 'dialogflowid'] },
  pointOfContactId: { names: ['pointofcontact', 'entrypointid', 'pocid', 'entrypoint'] },
  callerId: {
    names: ['callernumber', 'fromnumber', 'from', 'outboundnumber', 'displaynumber', 'presentednumber'],
  },
  schedule: { names: ['callingschedule', 'callinghours', 'callingwindow', 'calendar', 'timetable'], within: SCHEDULE },
  concurrency: { names: ['maxconcurrency', 'concurrentcalls', 'maxconcurrentcalls', 'parallelcalls', 'lines'] },
  maxAttempts: { names: ['attemptlimit', 'maximumattempts', 'maxtries', 'attemptsmax'] },
  retry: {
    names: ['retries', 'retryrules', 'retrypolicy', 'redialrules', 'redial'],
    vocabulary: retriedWord,
    keyedBy: ['outcome', 'cause', 'disposition', 'after', 'on', 'result', 'when'],
    within: {
      afterMinutes: { names: ['delayminutes', 'waitminutes', 'minutes', 'intervalminutes', 'delay'] },
    },
  },
  answeringMachine: {
    names: ['machinerule', 'onansweringmachine', 'machineaction', 'voicemailaction', 'amd', 'voicemailpolicy'],
    as: 'word',
    vocabulary: machineRuleWord,
  },
  requiredVariables: {
    names: ['requiredcolumns', 'mandatoryvariables', 'neededvariables', 'requiredfields'],
  },
  expectedRevision: {
    names: ['ifrevision', 'revision', 'expectedversion', 'ifversion', 'version', 'basedonrevision'],
    optional: true,
  },
};

export const DUPLICATE_SHAPE: Shape = { name: { names: ['campaignname', 'title', 'label', 'newname'] } };

/** What a verb is sent with. */
export const VERB_SHAPE: Shape = {
  expectedRevision: CAMPAIGN_SHAPE['expectedRevision'] ?? {},
  callsInProgress: {
    names: ['activecalls', 'inprogress', 'ongoingcalls', 'currentcalls', 'calls'],
    as: 'word',
    vocabulary: callsInProgressWord,
  },
  reason: { names: ['note', 'comment', 'remark', 'why', 'cause'], optional: true },
};

export const UPLOAD_SHAPE: Shape = {
  fileName: { names: ['name', 'originalname', 'title'] },
  sizeBytes: { names: ['size', 'totalbytes', 'bytestotal', 'filesize', 'length', 'bytes', 'bytecount'] },
  sha256: { names: ['digest', 'checksum', 'hash', 'contentsha256', 'sha'], optional: true },
  mode: { names: ['importmode', 'strategy', 'uploadmode'], as: 'word', vocabulary: uploadModeWord },
  columns: { names: ['header', 'headers', 'columnnames', 'fields'], optional: true },
};

export const CONTACT_SHAPE: Shape = {
  phone: { names: ['phonenumber', 'number', 'address', 'msisdn', 'dialnumber', 'e164', 'telephone', 'tel'] },
  externalId: { names: ['externalreference', 'reference', 'externalref', 'customerid', 'crmid'] },
  firstName: { names: ['givenname', 'forename'] },
  lastName: { names: ['familyname', 'surname'] },
  language: { names: ['lang', 'locale', 'languagecode'] },
  timeZone: { names: ['zone', 'tz', 'timezoneid'] },
  variables: { names: ['parameters', 'attributes', 'fields', 'custom', 'data'], as: 'named' },
};

export const RESCHEDULE_SHAPE: Shape = {
  at: {
    names: ['scheduledfor', 'scheduledat', 'when', 'time', 'callat', 'nextattemptat', 'until', 'dueat'],
    as: 'instant',
  },
};

/** An entry of the do-not-call list, and a list of them to import. */
export const ENTRY_SHAPE: Shape = {
  phone: CONTACT_SHAPE['phone'] ?? {},
  reason: { names: ['note', 'comment', 'why', 'remark', 'cause'], optional: true },
  expiresAt: { names: ['expires', 'expiry', 'until', 'validuntil', 'lapsesat'], as: 'instant' },
};
export const IMPORT_SHAPE: Shape = {
  entries: { names: ['items', 'numbers', 'list', 'data', 'suppressions', 'records'], within: ENTRY_SHAPE },
};
