'use client'

import { type Editor, EditorContent, Extension, type JSONContent, useEditor, useEditorState } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Callout } from '@/components/ui/callout'
import { Sheet } from '@/components/ui/sheet.client'
import { notify } from '@/components/ui/toaster.client'
import type { Issue } from '@/lib/errors'
import { fileArticle } from './api/article'
import { messageOf } from './api/request'
import type { Newsletter, Section } from './api/shelves'
import { AroundPanel, type PanelProps } from './around/around-panel.client'
import type { FieldSaver } from './around/field-saver'
import { QuotesList } from './around/quotes-list.client'
import { useFieldsSummary } from './around/use-field.client'
import type { ArticleFacts } from './article-facts'
import { AskedDialog } from './asked-dialogs.client'
import type { Ask } from './asks'
import { EditorHeader } from './editor-header.client'
import { EditorSkeleton } from './editor-skeleton'
import { articleExtensions } from './extensions/article-extensions.client'
import { MarkBubble } from './mark-bubble.client'
import { focusAround, focusInText, isInText } from './publishing/focus-issue'
import { PublishDialog } from './publishing/publish-dialog.client'
import { UnpublishDialog } from './publishing/unpublish-dialog.client'
import { SaveStatusLine } from './save-status.client'
import type { DocumentSessionHandle } from './session/use-document-session.client'
import { SessionBanners } from './session-banners.client'
import { type PanelTab, SidePanel } from './side-panel.client'
import { SlashChannel, SlashMenu } from './slash-menu.client'
import { SurfaceProvider } from './surface-context.client'
import { EditorToolbar } from './toolbar.client'
import { useIsWide } from './use-is-wide.client'
import { useKeyboardHeight } from './use-keyboard-height.client'

/** A dialog gives the focus back when it closes; what wants the focus after that waits this long. */
const AFTER_DIALOG_MILLISECONDS = 60

const COVERED = { top: 120, bottom: 96, left: 0, right: 0 }

type WorkplaceProps = {
  personId: string
  session: DocumentSessionHandle
  saver: FieldSaver
  facts: ArticleFacts
  sections: readonly Section[]
  newsletters: readonly Newsletter[]
  mayCreateTopics: boolean
  refresh: () => Promise<void>
}

/** The text in the middle, what can be done to it above, what stands around it at the side. */
export function Workplace({
  personId,
  session,
  saver,
  facts,
  sections,
  newsletters,
  mayCreateTopics,
  refresh,
}: WorkplaceProps) {
  const canEdit = facts.can.edit
  const isWide = useIsWide()
  const fields = useFieldsSummary(saver)
  const [asked, setAsked] = useState<Ask | null>(null)
  const [step, setStep] = useState<'publish' | 'unpublish' | null>(null)
  const [isPanelOpen, setIsPanelOpen] = useState<boolean | null>(null)
  const [tab, setTab] = useState<PanelTab>('fields')
  const [isFiling, setIsFiling] = useState(false)
  const [typedSince, setTypedSince] = useState<ArticleFacts | null>(null)
  const latest = useRef({ facts, flush: session.flush })
  latest.current = { facts, flush: session.flush }
  const toolbar = useRef<HTMLDivElement>(null)
  const [slashes] = useState(() => new SlashChannel())
  const showsPanel = isPanelOpen ?? isWide

  const showPanel = useCallback((page: PanelTab) => {
    setTab(page)
    setIsPanelOpen(true)
  }, [])

  const ask = useCallback((question: Ask) => {
    if (question.kind === 'toolbar') toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    // At once: the next key already belongs to the form.
    else flushSync(() => setAsked(question))
  }, [])

  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      editable: canEdit,
      content: session.initialDocument as JSONContent,
      extensions: [
        ...articleExtensions(ask, slashes),
        Extension.create({ name: 'savingSession', addProseMirrorPlugins: () => session.plugins }),
      ],
      coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n\n' } },
      enableCoreExtensions: { delete: false, textDirection: false },
      editorProps: {
        // What sticks to the top and, on a phone, to the bottom would cover the cursor.
        scrollThreshold: COVERED,
        scrollMargin: COVERED,
        attributes: {
          'aria-label': 'Article text',
          'aria-multiline': 'true',
          spellcheck: 'true',
          class: 'article-text',
        },
      },
      onUpdate: () => setTypedSince(latest.current.facts),
    },
    [session.clientId],
  )

  useEffect(() => editor?.setEditable(canEdit, false), [editor, canEdit])
  useKeyboardHeight()
  useShortcutList(() => setAsked({ kind: 'keys' }))

  const saveAll = useCallback(async () => {
    const { version } = await latest.current.flush()
    await saver.flush()
    return { version }
  }, [saver])

  async function file() {
    setIsFiling(true)
    try {
      await saveAll()
      await fileArticle(facts.id)
      await refresh()
      notify.done('Filed. The desk sees it now.')
    } catch (error) {
      notify.problem(messageOf(error))
    } finally {
      setIsFiling(false)
    }
  }

  function goTo(issue: Issue) {
    setStep(null)
    if (!isInText(issue)) showPanel('fields')
    setTimeout(
      () => {
        if (editor && isInText(issue)) focusInText(editor, issue)
        else focusAround(issue.field)
      },
      AFTER_DIALOG_MILLISECONDS + (isInText(issue) || isWide ? 0 : 250),
    )
  }

  const surface = useMemo(
    () => editor && { articleId: facts.id, personId, facts, refresh, session, editor, newsletters, ask, showPanel },
    [editor, personId, facts, refresh, session, newsletters, ask, showPanel],
  )
  if (editor === null || surface === null) return <EditorSkeleton />
  const fieldsPage = (
    <PanelOfArticle
      editor={editor}
      saver={saver}
      facts={facts}
      sections={sections}
      canEdit={canEdit}
      mayCreateTopics={mayCreateTopics}
    />
  )
  const panel = <SidePanel tab={tab} onTab={setTab} pages={[{ tab: 'fields', label: 'Fields', content: fieldsPage }]} />

  return (
    <SurfaceProvider value={surface}>
      <div
        className="editor"
        data-panel={showsPanel && isWide ? 'open' : 'closed'}
        data-toolbar={canEdit ? 'shown' : 'none'}
      >
        <div className="editor-top">
          <EditorHeader
            facts={facts}
            hasChanges={
              facts.hasUnpublishedChanges ||
              typedSince === facts ||
              fields.kind !== 'saved' ||
              session.status.kind !== 'saved'
            }
            status={<SaveStatusLine text={session.status} fields={fields} />}
            isPanelOpen={showsPanel}
            isFiling={isFiling}
            onPanel={() => setIsPanelOpen(!showsPanel)}
            onFile={file}
            onPublish={() => setStep('publish')}
            onUnpublish={() => setStep('unpublish')}
            onKeys={() => setAsked({ kind: 'keys' })}
          />
          {canEdit ? <EditorToolbar editor={editor} ref={toolbar} /> : null}
        </div>
        <div className="editor-middle">
          <SessionBanners session={session} />
          {canEdit ? null : (
            <div className="px-4 pt-4 md:px-8">
              <Callout title="You can read this article, but not change it.">
                Only its authors and editors may. What others write appears here as they write it.
              </Callout>
            </div>
          )}
          {facts.state === 'UNPUBLISHED' && facts.unpublishReason !== null ? (
            <div className="px-4 pt-4 md:px-8">
              <Callout title="Unpublished. Readers are told:">{facts.unpublishReason}</Callout>
            </div>
          ) : null}
          <div className="editor-room">
            <EditorContent editor={editor} />
            <SlashMenu editor={editor} channel={slashes} />
            {asked === null ? <MarkBubble editor={editor} /> : null}
          </div>
        </div>
        {isWide && showsPanel ? (
          <aside aria-label="Around the text" className="editor-panel">
            {panel}
          </aside>
        ) : null}
      </div>
      {isWide ? null : (
        <Sheet side="right" title="Around the text" open={showsPanel} onOpenChange={setIsPanelOpen}>
          {panel}
        </Sheet>
      )}
      {asked === null ? null : (
        <AskedDialog editor={editor} articleId={facts.id} asked={asked} onClose={() => setAsked(null)} />
      )}
      {step === 'publish' ? (
        <PublishDialog
          articleId={facts.id}
          isUpdate={facts.state === 'PUBLISHED'}
          saveAll={saveAll}
          onIssue={goTo}
          onPublished={refresh}
          onClose={() => setStep(null)}
        />
      ) : null}
      {step === 'unpublish' && facts.publicPath !== null ? (
        <UnpublishDialog
          articleId={facts.id}
          publicPath={facts.publicPath}
          onUnpublished={refresh}
          onClose={() => setStep(null)}
        />
      ) : null}
    </SurfaceProvider>
  )
}

/** The panel, with what changes there while somebody writes: the address that the headline gives, and who is quoted. */
function PanelOfArticle({ editor, ...rest }: Omit<PanelProps, 'headline' | 'quotes'> & { editor: Editor }) {
  const headline = useEditorState({ editor, selector: ({ editor }) => editor.state.doc.child(0).textContent })
  return <AroundPanel {...rest} headline={headline} quotes={<QuotesList editor={editor} />} />
}

/** A question mark where nobody is typing asks for the list of keys. */
function useShortcutList(open: () => void) {
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable=true]')
      if (event.key !== '?' || isTyping) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
