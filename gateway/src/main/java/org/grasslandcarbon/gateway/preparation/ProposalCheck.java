// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.UnitOfWork;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.project.BoundaryPart;
import org.grasslandcarbon.domain.project.LandCell;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Says what would become of a proposal before anybody signs it: the instruction itself, judged over
 * the projection as if an owner had sent it now, and then forgotten.
 */
@Component
public final class ProposalCheck {
  private final Reader reader;
  private final Clock clock;

  public ProposalCheck(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * The project as it would be published.
   *
   * @param boundaryHectares the area of the boundary as computed
   * @param design the design, without what is taken off its area
   * @param flags what is implausible in it, where the version has rules for it
   * @param nonPermanencePercent the share of issued tonnes that the buffer would withhold at least
   * @param predecessors ended projects that had a part of its land
   * @param publicityWorkingDays how long publicity would last
   * @param sharedLand what of the boundary is in earlier projects, and is taken off
   * @param squares the squares of the grid in which it would be entered
   * @param training whether it would be for practice only
   */
  public record Result(
      Decimal boundaryHectares,
      ProjectDesign design,
      Optional<List<Flag>> flags,
      Decimal nonPermanencePercent,
      List<Project.Predecessor> predecessors,
      int publicityWorkingDays,
      List<Project.Shared> sharedLand,
      List<Square> squares,
      boolean training) {}

  /**
   * A square of the grid of land.
   *
   * @param claims projects in it, this one included
   * @param column the square's column in its level
   * @param level 0 for the smallest
   * @param row the square's row in its level
   */
  public record Square(int claims, int column, int level, int row) {}

  /**
   * Judges a proposal.
   *
   * @param args the arguments of {@code proposeProject}
   * @throws RegistryException whatever the ledger would refuse the proposal with
   */
  public Result check(byte[] args) {
    JsonNode read = Codec.read(args, JsonNode.class);
    RegistryException.require(
        read != null && read.isObject(),
        ErrorCode.MALFORMED,
        zh("请发送 proposeProject 的参数（JSON 对象）")
            .en("send the arguments of proposeProject, a JSON object"));
    ProposeProject proposal =
        (ProposeProject) Catalogue.read(ProposeProject.TYPE.name(), read).action();
    UnitOfWork work = new UnitOfWork(new ProjectedState(reader));
    ParticipantId owner = owner(proposal, work);
    Act act =
        new Act(
            work,
            new Actor(owner, proposal.design().region(), Set.of(Role.OWNER)),
            new InstructionId(UUID.randomUUID().toString()),
            clock.instant());
    work.load(proposal.named(owner));
    work.load(proposal.following(owner, work));
    work.load(proposal.further(owner, work));
    proposal.apply(act);
    return result(act.find(Project.key(act.id())).orElseThrow(), work);
  }

  /**
   * Whose the proposal is taken to be. The rule asks for it only where a boundary comes in parts,
   * which are their owner's; elsewhere anybody does, and the certifier is who is named.
   */
  private static ParticipantId owner(ProposeProject proposal, UnitOfWork work) {
    return proposal.named(proposal.design().certifier()).stream()
        .flatMap(key -> work.find(key).stream())
        .filter(BoundaryPart.class::isInstance)
        .map(part -> ((BoundaryPart) part).owner())
        .findFirst()
        .orElse(proposal.design().certifier());
  }

  private static Result result(Project project, UnitOfWork work) {
    List<Square> squares =
        work.stagedRecords().stream()
            .filter(LandCell.class::isInstance)
            .map(LandCell.class::cast)
            .map(cell -> new Square(cell.claims().size(), cell.column(), cell.level(), cell.row()))
            .toList();
    return new Result(
        project.boundaryHectares(),
        project.design(),
        project.flags(),
        project.nonPermanencePercent(),
        project.predecessors().orElse(List.of()),
        project.publicityWorkingDays(),
        project.sharedLand().orElse(List.of()),
        squares,
        project.training());
  }
}
