import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';

interface AudioPlayerProps {
  readonly tenant: string;
  readonly id: string;
  /** Seconds from the conversation's start, as it is heard. */
  readonly onTime: (seconds: number) => void;
}

/** The recording of a voice call, fetched when it is asked for and held by this window alone. */
export function AudioPlayer({ tenant, id, onTime }: AudioPlayerProps): ReactNode {
  const { t } = useTranslation('conversations');
  const [asked, setAsked] = useState(false);
  const recording = useQuery({
    queryKey: ['recording', tenant, id],
    queryFn: () => call((api) => api.archive.recording({ tenant, id })),
    enabled: asked,
    gcTime: 0,
    retry: false,
  });
  const [url, setUrl] = useState<string>();
  const { data } = recording;
  useEffect(() => {
    if (data === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([new Uint8Array(data.bytes)], { type: data.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (recording.error !== null) return <ErrorPanel failure={failureOf(recording.error)} />;
  if (url === undefined)
    return (
      <Button busy={asked} onClick={() => setAsked(true)}>
        {t(asked ? 'fetchingRecording' : 'listen')}
      </Button>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: the transcript beside it is the caption, in step with it
    <audio
      controls
      autoPlay
      src={url}
      aria-label={t('recording')}
      className="h-9 w-full"
      onTimeUpdate={(event) => onTime(event.currentTarget.currentTime)}
    />
  );
}
