'use client'

import type { Node, Schema } from '@tiptap/pm/model'
import { type Editor, EditorContent, Extension, type JSONContent, useEditor } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { openKeyList } from '@/components/newsroom/commands/command-doors'
import { Callout } from '@/components/ui/callout'
import { Sheet } from '@/components/ui/sheet.client'
import { notify } from '@/components/ui/toaster.client'
import { titlesOf } from '@/lib/document/document'
import type { Issue } from '@/lib/errors'
import { fileArticle } from './api/article'
import { messageOf } from './api/request'
import type { Newsletter, Section } from './api/shelves'
import { AroundPanel, type PanelProps } from './around/around-panel.client'
import type { FieldSaver } from './around/field-saver'
import { OwnWords } from './around/own-words.client'
import { QuotesList } from './around/quotes-list.client'
import { useAskedField } from './around/use-asked-field.client'
import { useFieldsSummary } from './around/use-field.client'
import type { ArticleFacts } from './article-facts'
import { AskedDialog } from './asked-dialogs.client'
import type { Ask } from './asks'
import { ClaimsFollow } from './claims/claims-follow.client'
import { ClaimsPage } from './claims/claims-page.client'
import { useClaims } from './claims/use-claims.client'
import { askedWords } from './comments/asked-words'
import { CommentBubble } from './comments/comment-bubble.client'
import { CommentHighlights } from './comments/comment-highlights.client'
import { onlyComments } from './comments/commented-words'
import { CommentsPage } from './comments/comments-page.client'
import { scrollToThread } from './comments/scroll-to-thread'
import { useConversations } from './comments/use-conversations.client'
import { EditorCommands } from './editor-commands.client'
import { EditorHeader } from './editor-header.client'
import { EditorSkeleton } from './editor-skeleton'
import { articleExtensions } from './extensions/article-extensions.client'
import { Find } from './find/find.client'
import { FindItem } from './find/find-items.client'
import { HistoryDoor, HistoryItem } from './history/history-door.client'
import { WhoWrote } from './history/who-wrote.client'
import { HoldBanner } from './hold/hold-banner.client'
import { HoldButton, HoldMenuItems } from './hold/hold-button.client'
import { TakeOverDialog } from './hold/take-over-dialog.client'
import { useHold } from './hold/use-hold.client'
import { CheckCommands, CheckMenuItems } from './house-style/check-commands.client'
import type { Checker } from './house-style/checker'
import { ChecksPage } from './house-style/checks-page.client'
import { goTo as placeCursor } from './house-style/fixes'
import { houseStyle } from './house-style/house-style'
import { useChecker, useChecksCount } from './house-style/use-checker.client'
import { WordCount } from './house-style/word-count.client'
import { LinksPage } from './links/links-page.client'
import { useLinkNotices } from './links/use-link-notices.client'
import { MarkBubble } from './mark-bubble.client'
import { cursorsPlugin } from './presence/cursors-plugin'
import { PeopleHere } from './presence/people-here.client'
import { NO_NOTE, type Note } from './publishing/correction-fields.client'
import { focusAround, focusInText, focusTitle, isInText, pageOf } from './publishing/focus-issue'
import { PublishDialog } from './publishing/publish-dialog.client'
import { UnpublishDialog } from './publishing/unpublish-dialog.client'
import { quoteSigns } from './quotes/quote-signs'
import { useAskedQuote } from './quotes/use-asked-quote.client'
import { reportSigns } from './reader-reports/report-signs'
import { useAskedReport } from './reader-reports/use-asked-report.client'
import { useReports } from './reader-reports/use-reports.client'
import { insertWritten } from './replies/insert-reply'
import { RepliesPage } from './replies/replies-page.client'
import { useReplies } from './replies/use-replies.client'
import { LostRight } from './rights/lost-right.client'
import { SaveStatusLine } from './save-status.client'
import type { DocumentSessionHandle } from './session/use-document-session.client'
import { useAboutStatus } from './session/use-save-status.client'
import { SessionBanners } from './session-banners.client'
import { type PanelTab, SidePanel, TabCount } from './side-panel.client'
import { SlashChannel, SlashMenu } from './slash-menu.client'
import { toSuggestion } from './suggesting/at-cursor'
import { ModeItems, ModeSwitch, SuggestingCommands, SuggestingNote } from './suggesting/mode-switch.client'
import { SuggestionBubble } from './suggesting/suggestion-bubble.client'
import { SuggestionHint } from './suggesting/suggestion-hint.client'
import type { SuggestionList } from './suggesting/suggestion-list'
import { SuggestionsPage } from './suggesting/suggestions-page.client'
import { useSuggesting, useSuggestionCount } from './suggesting/use-suggestions.client'
import { SurfaceProvider } from './surface-context.client'
import { SaveTemplateDialog } from './templates/save-template-dialog.client'
import { EditorToolbar } from './toolbar.client'
import { SmartSignsCommands, SmartSignsItem } from './typography/smart-signs-tools.client'
import { useFollowed } from './use-followed.client'
import { useIsWide } from './use-is-wide.client'
import { useKeyboardHeight } from './use-keyboard-height.client'
import { ScheduleDialog } from './workflow/schedule-dialog.client'
import { WorkflowPage } from './workflow/workflow-page.client'

/** A dialog gives the focus back when it closes; what wants the focus after that waits this long. */
const AFTER_DIALOG_MILLISECONDS = 60
const AFTER_SHEET_MILLISECONDS = 310

const COVERED = { top: 120, bottom: 96, left: 0, right: 0 }

type WorkplaceProps = {
  personId: string
  session: DocumentSessionHandle
  saver: FieldSaver
  facts: ArticleFacts
  sections: readonly Section[]
  newsletters: readonly Newsletter[]
  mayCreateTopics: boolean
  /** The language that the paper is written in, BCP 47. */
  language: string
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
  language,
  refresh,
}: WorkplaceProps) {
  const canEdit = facts.can.edit
  const isWide = useIsWide()
  const fields = useFieldsSummary(saver)
  const [asked, setAsked] = useState<Ask | null>(null)
  const [step, setStep] = useState<'publish' | 'schedule' | 'template' | null>(null)
  const [note, setNote] = useState<Note>(NO_NOTE)
  /** The address that is being taken from readers, and how: the dialog stays while it changes what links there. */
  const [leaving, setLeaving] = useState<{ verb: 'unpublish' | 'kill'; path: string | null } | null>(null)
  const [isPanelOpen, setIsPanelOpen] = useState<boolean | null>(null)
  const [tab, setTab] = useState<PanelTab>('fields')
  const [isFiling, setIsFiling] = useState(false)
  const [typedSince, setTypedSince] = useState<ArticleFacts | null>(null)
  const latest = useRef({ facts, flush: session.flush })
  latest.current = { facts, flush: session.flush }
  const latestComment = useRef(() => {})
  const toolbar = useRef<HTMLDivElement>(null)
  const [slashes] = useState(() => new SlashChannel())
  const showsPanel = isPanelOpen ?? isWide

  const showPanel = useCallback((page: PanelTab) => {
    setTab(page)
    setIsPanelOpen(true)
  }, [])

  const ask = useCallback((question: Ask) => {
    if (question.kind === 'toolbar') toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    else if (question.kind === 'comment') latestComment.current()
    else if (question.kind === 'keys') openKeyList()
    // At once: the next key already belongs to the form.
    else flushSync(() => setAsked(question))
  }, [])

  const checker = useChecker(facts.id, session.onNews)
  const suggestions = useSuggesting(facts, personId)
  const { canWrite } = suggestions
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      editable: canWrite,
      content: session.initialDocument as JSONContent,
      // editor.css has what is needed of it: it would be set as HTML.
      injectCSS: false,
      extensions: [
        ...articleExtensions(ask, slashes, { articleId: facts.id, language }),
        askedWords,
        Extension.create({ name: 'othersCursors', addProseMirrorPlugins: () => [cursorsPlugin()] }),
        houseStyle(checker, ask),
        quoteSigns(ask),
        reportSigns(ask),
        suggestions.extension,
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
          lang: language,
          spellcheck: 'true',
          class: 'article-text',
        },
      },
      onUpdate: ({ transaction }) => {
        if (!onlyComments(transaction)) setTypedSince(latest.current.facts)
      },
    },
    [session.clientId],
  )

  useEffect(() => editor?.setEditable(canWrite, false), [editor, canWrite])
  const showComments = useCallback(() => showPanel('comments'), [showPanel])
  const talk = useConversations({
    articleId: facts.id,
    personId,
    editor,
    session,
    canComment: facts.can.comment,
    isWide,
    showPage: showComments,
  })
  latestComment.current = talk.comment
  useKeyboardHeight()
  const notices = useLinkNotices(facts.id)
  const claims = useClaims(facts.id)
  const replies = useReplies(facts, claims.known)

  const saveAll = useCallback(async () => {
    const { version } = await latest.current.flush()
    await saver.flush()
    return { version }
  }, [saver])

  const hold = useHold({ facts, personId, session, saver, refresh })

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
    if (!isInText(issue)) showPanel(pageOf(issue.field))
    setTimeout(
      () => {
        if (editor && isInText(issue)) focusInText(editor, issue)
        else focusAround(issue.field)
      },
      isInText(issue) || isWide ? AFTER_DIALOG_MILLISECONDS : AFTER_SHEET_MILLISECONDS,
    )
  }

  function goToField(box: string) {
    showPanel(pageOf(box))
    setTimeout(() => focusAround(box), isWide ? AFTER_DIALOG_MILLISECONDS : AFTER_SHEET_MILLISECONDS)
  }

  useAskedField(editor !== null, goToField)
  useAskedQuote(editor)
  useReports(editor, facts)
  useAskedReport(editor, facts.id)

  function goToHeadline() {
    // A sheet over the text keeps the focus until it is gone.
    if (!isWide) setIsPanelOpen(false)
    setTimeout(() => editor && focusTitle(editor), isWide ? 0 : AFTER_SHEET_MILLISECONDS)
  }

  function goToThread(threadId: string) {
    // A sheet over the text keeps the focus until it is gone.
    if (!isWide) setIsPanelOpen(false)
    setTimeout(
      () => {
        if (!editor || !scrollToThread(editor, threadId) || !editor.isEditable) return
        editor.view.focus()
      },
      isWide ? 0 : AFTER_SHEET_MILLISECONDS,
    )
  }

  function goToSuggestion(id: string) {
    // A sheet over the text keeps the focus until it is gone.
    if (!isWide) setIsPanelOpen(false)
    setTimeout(
      () => {
        const tr = editor && !editor.isDestroyed ? toSuggestion(editor.state, id) : null
        if (tr) editor?.view.dispatch(tr)
        editor?.view.focus()
      },
      isWide ? 0 : AFTER_SHEET_MILLISECONDS,
    )
  }

  function goToPlace(position: number) {
    // A sheet over the text keeps the focus until it is gone.
    if (!isWide) setIsPanelOpen(false)
    setTimeout(
      () => {
        if (!editor || editor.isDestroyed) return
        editor.view.dispatch(placeCursor(editor.state, position))
        editor.view.focus()
      },
      isWide ? 0 : AFTER_SHEET_MILLISECONDS,
    )
  }

  function insertAtCursor(make: (schema: Schema) => Node) {
    // A sheet over the text keeps the focus until it is gone.
    if (!isWide) setIsPanelOpen(false)
    setTimeout(
      () => {
        if (!editor || editor.isDestroyed || !editor.isEditable) return
        editor.view.dispatch(insertWritten(editor.state, make(editor.schema)))
        editor.view.focus()
      },
      isWide ? 0 : AFTER_SHEET_MILLISECONDS,
    )
  }

  const surface = useMemo(
    () => editor && { articleId: facts.id, personId, facts, refresh, session, editor, newsletters, ask, showPanel },
    [editor, personId, facts, refresh, session, newsletters, ask, showPanel],
  )
  const noteProps = {
    note,
    onNote: setNote,
    mayNote: facts.state === 'PUBLISHED' || facts.state === 'UNPUBLISHED',
    mayRetract: facts.can.unpublish,
  }
  const writeNote = () => {
    setNote((note) => (note.kind === null ? { ...note, kind: 'CORRECTION' } : note))
    setStep('publish')
  }
  const isChanged = facts.hasUnpublishedChanges || typedSince === facts || fields.kind !== 'saved'
  // Once it is changed, how saving goes makes no difference: the page is not drawn again at every save.
  const hasChanges = useAboutStatus(session.saving, ({ kind }) => isChanged || kind !== 'saved')
  if (editor === null || surface === null) return <EditorSkeleton />
  const fieldsPage = (
    <PanelOfArticle
      editor={editor}
      saver={saver}
      facts={facts}
      sections={sections}
      canEdit={canEdit}
      mayCreateTopics={mayCreateTopics}
      onHeadline={goToHeadline}
    />
  )
  const panel = (
    <SidePanel
      tab={tab}
      onTab={setTab}
      pages={[
        { tab: 'fields', label: 'Fields', content: fieldsPage },
        {
          tab: 'workflow',
          label: 'Workflow',
          content: (
            <WorkflowPage
              saveAll={saveAll}
              onSchedule={() => setStep('schedule')}
              onKill={() => setLeaving({ verb: 'kill', path: facts.publicPath })}
            />
          ),
        },
        {
          tab: 'links',
          label: 'Links',
          count: <TabCount count={notices.notices.length} />,
          content: <LinksPage notices={notices} saver={saver} canEdit={canEdit} />,
        },
        {
          tab: 'claims',
          label: 'Claims',
          count: <TabCount count={claims.known?.notices.length ?? 0} />,
          content: <ClaimsPage editor={editor} handle={claims} onPlace={goToPlace} />,
        },
        {
          tab: 'replies',
          label: 'Reply',
          count: <TabCount count={replies.known?.unasked.length ?? 0} />,
          content: <RepliesPage handle={replies} onInsert={canWrite ? insertAtCursor : null} />,
        },
        {
          tab: 'comments',
          label: 'Comments',
          count: <TabCount count={talk.state.threads?.filter(({ isResolved }) => !isResolved).length ?? 0} />,
          content: <CommentsPage handle={talk} onWords={goToThread} />,
        },
        {
          tab: 'suggestions',
          label: 'Suggestions',
          count: <SuggestionsCount list={suggestions.list} />,
          content: <SuggestionsPage handle={suggestions} onPlace={goToSuggestion} />,
        },
        {
          tab: 'checks',
          label: 'Checks',
          count: <ChecksCount checker={checker} />,
          content: <ChecksPage editor={editor} checker={checker} canEdit={canEdit} onPlace={goToPlace} />,
        },
      ]}
    />
  )

  return (
    <SurfaceProvider value={surface}>
      <div
        className="editor"
        data-panel={showsPanel && isWide ? 'open' : 'closed'}
        data-toolbar={canWrite ? 'shown' : 'none'}
      >
        <div className="editor-top">
          <EditorHeader
            facts={facts}
            hasChanges={hasChanges}
            status={
              <div className="flex min-w-0 items-center justify-between gap-3">
                <SaveStatusLine saving={session.saving} fields={fields} />
                <div className="max-md:hidden">
                  <WordCount editor={editor} checker={checker} saver={saver} />
                </div>
              </div>
            }
            beside={
              <>
                <ModeSwitch handle={suggestions} />
                <PeopleHere />
                <HoldButton hold={hold} />
              </>
            }
            more={
              <>
                {/* On a phone the line above has no room for it. */}
                <div className="px-2.5 py-2 md:hidden">
                  <WordCount editor={editor} checker={checker} saver={saver} />
                </div>
                <span className="contents md:hidden">
                  <ModeItems handle={suggestions} />
                </span>
                <HistoryItem />
                <HoldMenuItems hold={hold} />
                <CheckMenuItems checker={checker} />
                <FindItem canReplace={canEdit} />
                {canEdit ? <SmartSignsItem language={language} /> : null}
              </>
            }
            isPanelOpen={showsPanel}
            isFiling={isFiling}
            onPanel={() => setIsPanelOpen(!showsPanel)}
            onFile={file}
            onPublish={() => setStep('publish')}
            onNote={writeNote}
            onUnpublish={() => setLeaving({ verb: 'unpublish', path: facts.publicPath })}
            onTemplate={facts.can.template ? () => setStep('template') : null}
          />
          {canWrite ? <EditorToolbar editor={editor} ref={toolbar} /> : null}
        </div>
        <div className="editor-middle">
          <Find />
          <SmartSignsCommands language={language} />
          <SuggestingNote handle={suggestions} />
          <SuggestingCommands handle={suggestions} />
          <SessionBanners session={session} facts={facts} />
          <HoldBanner hold={hold} />
          <LostRight facts={facts} personId={personId} saving={session.saving} />
          {canWrite || hold.hold !== null ? null : (
            <div className="px-4 pt-4 md:px-8">
              <Callout title="You can read this article, but not change it.">
                Only its authors and editors may. What others write appears here as they write it.
              </Callout>
            </div>
          )}
          {(facts.state === 'UNPUBLISHED' || facts.state === 'KILLED') && facts.unpublishReason !== null ? (
            <div className="px-4 pt-4 md:px-8">
              <Callout
                title={facts.state === 'KILLED' ? 'Killed. Readers are told:' : 'Unpublished. Readers are told:'}
              >
                {facts.unpublishReason}
              </Callout>
            </div>
          ) : null}
          <div className="editor-room">
            <EditorContent editor={editor} />
            {asked?.kind === 'who wrote' ? <WhoWrote editor={editor} onClose={() => setAsked(null)} /> : null}
            <SlashMenu editor={editor} channel={slashes} />
            <ClaimsFollow editor={editor} handle={claims} saving={session.saving} />
            {asked === null ? <MarkBubble editor={editor} checker={checker} claims={claims} /> : null}
            {asked === null ? (
              <CommentBubble editor={editor} handle={talk} isPageShown={showsPanel && tab === 'comments'} />
            ) : null}
            <CommentHighlights state={talk.state} />
            {asked === null ? <SuggestionBubble editor={editor} handle={suggestions} /> : null}
            <SuggestionHint editor={editor} />
            <CheckCommands checker={checker} />
          </div>
        </div>
        {isWide && showsPanel ? (
          <div className="editor-side">
            <aside aria-label="Around the text" className="editor-panel">
              <h2 className="sr-only">Around the text</h2>
              {panel}
            </aside>
          </div>
        ) : null}
      </div>
      {isWide ? null : (
        <Sheet side="right" title="Around the text" open={showsPanel} onOpenChange={setIsPanelOpen}>
          {panel}
        </Sheet>
      )}
      {asked === null ? null : (
        <AskedDialog
          editor={editor}
          articleId={facts.id}
          asked={asked}
          claims={claims}
          onClose={() => setAsked(null)}
        />
      )}
      <TakeOverDialog articleId={facts.id} hold={hold} refresh={refresh} />
      <HistoryDoor />
      <EditorCommands
        hasChanges={hasChanges}
        onPanel={() => setIsPanelOpen(!showsPanel)}
        onWorkflow={() => showPanel('workflow')}
        onFile={file}
        onPublish={() => setStep('publish')}
        onNote={writeNote}
        onUnpublish={() => setLeaving({ verb: 'unpublish', path: facts.publicPath })}
        onTemplate={() => setStep('template')}
        onField={goToField}
      />
      {step === 'template' ? (
        <SaveTemplateDialog articleId={facts.id} saver={saver} saveAll={saveAll} onClose={() => setStep(null)} />
      ) : null}
      {step === 'publish' ? (
        <PublishDialog
          articleId={facts.id}
          isUpdate={facts.state === 'PUBLISHED'}
          mayOverride={facts.can.override}
          {...noteProps}
          saveAll={saveAll}
          onIssue={goTo}
          onPublished={refresh}
          onSchedule={() => setStep('schedule')}
          onClose={() => setStep(null)}
        />
      ) : null}
      {step === 'schedule' ? (
        <ScheduleDialog
          articleId={facts.id}
          isUpdate={facts.state === 'PUBLISHED'}
          mayOverride={facts.can.override}
          {...noteProps}
          saveAll={saveAll}
          onIssue={goTo}
          onScheduled={refresh}
          onClose={() => setStep(null)}
        />
      ) : null}
      {leaving === null ? null : (
        <UnpublishDialog
          articleId={facts.id}
          verb={leaving.verb}
          publicPath={leaving.path}
          onUnpublished={refresh}
          onClose={() => setLeaving(null)}
        />
      )}
    </SurfaceProvider>
  )
}

/** The panel, with what changes there while somebody writes: the address that the headline gives, and who is quoted. */
function PanelOfArticle({
  editor,
  ...rest
}: Omit<PanelProps, 'headline' | 'quotes' | 'ownWords'> & { editor: Editor }) {
  const headline = useFollowed(editor, ({ state }) => titlesOf(state.doc).headline)
  return (
    <AroundPanel
      {...rest}
      headline={headline}
      quotes={<QuotesList editor={editor} />}
      ownWords={<OwnWords editor={editor} saver={rest.saver} />}
    />
  )
}

// The numbers on the tabs change while somebody types: they alone are drawn again.

function SuggestionsCount({ list }: { list: SuggestionList }) {
  return <TabCount count={useSuggestionCount(list)} />
}

function ChecksCount({ checker }: { checker: Checker }) {
  return <TabCount count={useChecksCount(checker)} />
}
