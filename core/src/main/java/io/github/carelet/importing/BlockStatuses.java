package io.github.carelet.importing;

import io.github.carelet.importing.Facts.Claim;
import io.github.carelet.importing.ReportBlock.Status;
import io.github.carelet.importing.StructuredFacts.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says of every block of a source what became of it.
 *
 * @param page the source
 * @param contacts blocks that went to the section of further numbers
 * @param numbers where numbers stand
 * @param pointers finds a target in the draft
 */
record BlockStatuses(
        PageDraft page, Map<Integer, Target> contacts, Numbers numbers, Function<Target, Optional<String>> pointers) {

    SourceReport report(String clinicName) {
        List<ReportBlock> blocks = new ArrayList<>();
        if (!page.problem().isEmpty()) {
            blocks.add(new ReportBlock(page.source(), Status.UNMAPPED, Optional.empty(), page.problem()));
        }
        page.structured().things().forEach(each -> blocks.add(structured(each)));
        String name = Words.key(clinicName);
        page.blocks().forEach(each -> blocks.add(block(each, name)));
        return new SourceReport(page.source(), blocks);
    }

    private ReportBlock block(Block block, String clinicName) {
        Optional<ReportBlock> mapped = mapped(block);
        if (mapped.isPresent()) {
            return mapped.get();
        }
        if (Words.key(block.text()).equals(clinicName) && !clinicName.isEmpty()) {
            return new ReportBlock(block.text(), Status.MAPPED, pointers.apply(Target.clinic("name")), "");
        }
        String reason = page.dropped().getOrDefault(block.index(), "");
        return new ReportBlock(
                block.text(), reason.isEmpty() ? Status.UNMAPPED : Status.DROPPED, Optional.empty(), reason);
    }

    private Optional<ReportBlock> mapped(Block block) {
        int index = block.index();
        Optional<Claim> claim = page.facts().claim(index);
        Optional<Claim> whole = claim.filter(Claim::whole);
        Optional<Target> text = Optional.ofNullable(page.targets().get(index));
        return whole.flatMap(each -> at(block, each.target(), each.reason()))
                .or(() -> text.flatMap(each -> at(block, each, "")))
                .or(() -> claim.flatMap(each -> at(block, each.target(), each.reason())))
                .or(() -> number(block))
                .or(() -> Optional.ofNullable(contacts.get(index)).flatMap(each -> at(block, each, "")));
    }

    private Optional<ReportBlock> number(Block block) {
        return page.facts().numbersIn(block.index()).stream()
                .map(numbers.owners()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(each -> at(block, each, ""));
    }

    private Optional<ReportBlock> at(Block block, Target target, String reason) {
        return pointers.apply(target)
                .map(each -> new ReportBlock(block.text(), Status.MAPPED, Optional.of(each), reason));
    }

    private ReportBlock structured(Said said) {
        if (!said.problem().isEmpty()) {
            return new ReportBlock(said.text(), Status.UNMAPPED, Optional.empty(), said.problem());
        }
        Optional<String> place = said.places().stream()
                .flatMap(each -> pointers.apply(Target.place(each, "address")).stream())
                .findFirst();
        Optional<String> name =
                said.organisation().isEmpty() ? Optional.empty() : pointers.apply(Target.clinic("name"));
        Optional<String> to = place.or(() -> name);
        return to.isPresent()
                ? new ReportBlock(said.text(), Status.MAPPED, to, "")
                : new ReportBlock(said.text(), Status.DROPPED, Optional.empty(), "says nothing that a draft holds");
    }
}
