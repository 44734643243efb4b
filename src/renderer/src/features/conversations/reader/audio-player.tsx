import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';

interface AudioPlayerProps {
  readonly tenant: string;
  readonly id: string;
  /** Why it cannot be fetched any more. */
  readonly disabledReason: string | undefined;
  /** Where to go on, each time it is another object: seconds from the conversation's start. */
  readonly seek: { readonly seconds: number } | undefined;
  /** Seconds from the conversation's start, as it is heard. */
  readonly onTime: (seconds: number) => void;
}

/** The recording of a voice call, fetched when it is asked for and held by this window alone. */
export function AudioPlayer({ tenant, id, disabledReason, seek, onTime }: AudioPlayerProps): ReactNode {
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
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = player.current;
    if (audio === null || seek === undefined) return;
    audio.currentTime = seek.seconds;
    // Where the system does not let it begin, the controls are still there to press.
    audio.play().catch(() => undefined);
  }, [seek]);
  if (recording.error !== null) return <ErrorPanel failure={failureOf(recording.error)} />;
  if (url === undefined)
    return (
      <Button busy={asked} disabledReason={disabledReason} onClick={() => setAsked(true)}>
        {t(asked ? 'fetchingRecording' : 'listen')}
      </Button>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: the transcript beside it is the caption, in step with it
    <audio
      ref={player}
      controls
      autoPlay
      src={url}
      aria-label={t('recording')}
      className="h-9 w-full"
      onLoadedMetadata={(event) => onTime(event.currentTarget.currentTime)}
      onTimeUpdate={(event) => onTime(event.currentTarget.currentTime)}
    />
  );
}
