import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Announcer, announce } from './announcer.tsx';
import { Button, IconButton } from './button.tsx';
import { exactTime, relativeTime, timeOfDay } from './time.tsx';

afterEach(cleanup);

describe('Button', () => {
  it('does nothing while disabled, stays focusable, and tells why', async () => {
    const press = vi.fn();
    const user = userEvent.setup();
    render(
      <Button onClick={press} disabledReason="The AI agent does not run it">
        Take over
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Take over' });
    await user.click(button);
    expect(press).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.unhover(button);
    await user.hover(button);
    const tip = await screen.findByRole('tooltip');
    expect(tip.textContent).toContain('The AI agent does not run it');
    expect(button.getAttribute('aria-describedby')).toBe(tip.id);
    await user.unhover(button);
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  it('stays the same element, with the focus, when it becomes possible', () => {
    const { rerender } = render(<Button disabledReason="Not yet">Save</Button>);
    const button = screen.getByRole('button', { name: 'Save' });
    button.focus();
    rerender(<Button>Save</Button>);
    expect(screen.getByRole('button', { name: 'Save' })).toBe(button);
    expect(document.activeElement).toBe(button);
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  it('does not submit a form while busy', async () => {
    const submit = vi.fn((event: React.FormEvent) => event.preventDefault());
    const { rerender } = render(
      <form onSubmit={submit}>
        <Button submit busy>
          Send
        </Button>
      </form>,
    );
    await userEvent.click(screen.getByRole('button'));
    expect(submit).not.toHaveBeenCalled();
    rerender(
      <form onSubmit={submit}>
        <Button submit>Send</Button>
      </form>,
    );
    await userEvent.click(screen.getByRole('button'));
    expect(submit).toHaveBeenCalledTimes(1);
  });

  it('has a name when it shows only an icon', () => {
    render(
      <IconButton label="Close">
        <svg aria-hidden />
      </IconButton>,
    );
    expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
  });
});

describe('Announcer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says the first at once and joins what comes while that is read', () => {
    const { container } = render(<Announcer />);
    const polite = () => container.querySelector('[aria-live=polite]')?.textContent;
    act(() => {
      announce('one');
      vi.advanceTimersByTime(1);
    });
    expect(polite()).toBe('one');
    act(() => {
      announce('two');
      announce('two');
      announce('three');
      vi.advanceTimersByTime(1000);
    });
    expect(polite()).toBe('one');
    act(() => void vi.advanceTimersByTime(600));
    expect(polite()).toBe('two three');
  });
});

describe('times', () => {
  const at = Date.UTC(2026, 10, 22, 19, 32, 8);

  it.each([
    [-12_000, 'en', '12 sec. ago'],
    [180_000, 'en', 'in 3 min.'],
    [-7_200_000, 'fr', 'il y a 2 h'],
    [-400, 'en', 'now'],
  ])('%i ms away in %s is %j', (distance, language, words) => {
    expect(relativeTime(at + distance, at, language).replaceAll(/\s/g, ' ')).toBe(words);
  });

  it('name their zone as Canadians do', () => {
    expect(timeOfDay(at, 'en', 'America/Toronto')).toBe('14:32:08 EST');
    expect(timeOfDay(at, 'fr', 'America/Toronto')).toBe('14:32:08 HNE');
    expect(exactTime(at, 'en', 'America/Halifax')).toBe('Nov 22, 2026, 15:32:08 AST');
  });

  it('follow the clocks when they are changed', () => {
    const back = Date.UTC(2026, 10, 1, 6);
    expect(timeOfDay(back - 1_000, 'en', 'America/Toronto')).toBe('01:59:59 EDT');
    expect(timeOfDay(back, 'en', 'America/Toronto')).toBe('01:00:00 EST');
  });
});
