// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Comments on a project, or on its renewal, in publicity (LEDGER section 3; CCER measures art. 12).
 * Whoever is not admitted comments through an office, which states the author.
 *
 * @param author whose comment an office passes on
 * @param project the project
 * @param text the comment
 */
public record CommentOnProject(
    @Means(en = "Whose comment an office passes on", zh = "意见人（由主管部门转交时）") @Most(AUTHOR_MOST)
        Optional<String> author,
    @Means(en = "Project", zh = "项目编号") InstructionId project,
    @Means(en = "Comment", zh = "意见内容") @Most(TEXT_MOST) String text)
    implements Action {

  static final int AUTHOR_MOST = 100;
  static final int TEXT_MOST = 2_000;

  /** What a certifier can answer in one instruction, at some two hundred bytes a comment. */
  static final int COMMENTS_MOST = 300;

  /** The action. */
  public static final ActionType<CommentOnProject> TYPE =
      ActionType.of(
          "commentOnProject",
          "对公示项目提出意见",
          "Comments on a project in publicity",
          new CommentOnProject(
              Optional.empty(), ExampleProject.ID, "The winter pasture is used by three families."),
          ActionType.anyRole(),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.WRONG_STATE,
          ErrorCode.NO_CALENDAR,
          ErrorCode.PUBLICITY_OVER,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.TOO_MANY_COMMENTS_OF_AUTHOR,
          ErrorCode.TOO_MANY_COMMENTS);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Project.key(project),
        RegistryRules.KEY,
        CommentCount.key(project, CommentCount.author(author, actor)));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(Project.key(project))
        .flatMap(CommentOnProject::publicity)
        .map(Publicity::keys)
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    Optional<Publicity> publicity = publicity(found);
    act.require(
        publicity.isPresent(),
        ErrorCode.WRONG_STATE,
        zh("项目状态为 %s").en("the project is %s", found.state()));
    act.require(
        !publicity.orElseThrow().isOver(act),
        ErrorCode.PUBLICITY_OVER,
        publicity.get().inWords(act));
    act.require(
        author.isEmpty() || act.actor().is(Role.OFFICE),
        ErrorCode.NOT_ALLOWED,
        zh("只有主管部门才能转交他人的意见").en("only an office passes on the comment of another"));
    int number = found.comments() + 1;
    int first = found.renewal().map(Project.Renewing::firstComment).orElse(1);
    CommentCount count =
        CommentCount.in(act, project, CommentCount.author(author, act.actor().id()), first);
    int most = RegistryRules.commentsPerAuthor(act, act.today());
    act.require(
        count.comments() < most,
        ErrorCode.TOO_MANY_COMMENTS_OF_AUTHOR,
        zh("该意见人已有 %s 条意见").en("there are %s of this author", count.comments()));
    act.require(
        number < first + COMMENTS_MOST,
        ErrorCode.TOO_MANY_COMMENTS,
        zh("已有 %s 条").en("there are %s", number - first));

    act.write(new Comment(act.time(), author, act.actor().id(), number, project, text));
    act.write(found.withComment());
    act.write(count.plusOne());
    act.refer("comment", project + "/" + number);
  }

  /** What may be commented on: the proposed project, or its proposed renewal. */
  private static Optional<Publicity> publicity(Project found) {
    return switch (found.state()) {
      case PUBLICITY -> Optional.of(found.publicity());
      case REGISTERED -> found.renewal().map(Project.Renewing::publicity);
      case VALIDATED, REJECTED, DEREGISTERED -> Optional.empty();
    };
  }
}
