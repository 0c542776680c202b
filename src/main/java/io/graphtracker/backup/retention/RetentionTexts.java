package io.graphtracker.backup.retention;

import io.graphtracker.backup.operations.OperationsDatabaseProblem;
import io.graphtracker.backup.operations.OperationsDatabaseTexts;
import io.graphtracker.texts.ByteSize;
import io.graphtracker.texts.Texts;
import io.graphtracker.texts.Times;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The texts about rules and what they do, the same for pages and the audit log. */
@Component
public class RetentionTexts {

    private final Texts texts;

    RetentionTexts(Texts texts) {
        this.texts = texts;
    }

    /** What a rule keeps, for example "7 daily, 4 weekly, at most 10.0 GB"; manual backups are not mentioned. */
    public String summary(RetentionRule rule) {
        List<String> parts = new ArrayList<>();
        rule.counts().forEach((tier, count) -> parts.add(texts.get(Texts.key("retention.keeps.", tier.code()), count)));
        if (rule.maxTotalBytes() != null) {
            parts.add(texts.get("retention.keeps.size", ByteSize.format(rule.maxTotalBytes())));
        }
        if (!rule.minimumAge().isZero()) {
            parts.add(texts.get("retention.keeps.young", age(rule.minimumAge())));
        }
        return String.join(", ", parts);
    }

    /** That there is no rule. */
    public String none() {
        return texts.get("retention.off");
    }

    /** Why a file stays or goes, as one phrase that begins with a capital letter. */
    public String reason(Decision decision, RetentionRule rule) {
        return switch (decision) {
            case Decision.Keep(List<KeepReason> reasons) ->
                capitalized(reasons.stream().map(this::reason).collect(Collectors.joining("; ")));
            case Decision.Delete.NOT_KEPT -> texts.get("retention.goes.not-kept");
            case Decision.Delete.OVER_SIZE -> texts.get("retention.goes.over-size", size(rule));
        };
    }

    /** Why the rule cannot be read or stored, and what to do. */
    public String problem(OperationsDatabaseProblem problem) {
        return OperationsDatabaseTexts.problem(problem, texts);
    }

    /** The entry of the audit log for a deleted file: which rule, and why. */
    String sentence(Decision decision, RetentionRule rule) {
        return texts.get("retention.audit", reason(decision, rule), summary(rule));
    }

    private String reason(KeepReason reason) {
        return switch (reason) {
            case KeepReason.Newest(RetentionTier tier, ZonedDateTime at, int count) ->
                texts.get(Texts.key("retention.newest.", tier.code()), count, period(tier, at));
            case KeepReason.Oldest(RetentionTier tier) ->
                texts.get("retention.oldest", texts.get(Texts.key("retention.field.", tier.code())));
            case KeepReason.WithinSize(long bytes) -> texts.get("retention.within-size", ByteSize.format(bytes));
            case KeepReason.Young(Duration minimum) -> texts.get("retention.young", age(minimum));
            case KeepReason.Exempt exempt -> texts.get(Texts.key("retention.exempt.", exempt.code()));
        };
    }

    private String period(RetentionTier tier, ZonedDateTime at) {
        return switch (tier) {
            case LAST -> "";
            case HOURLY -> Times.toTheMinute(at.withMinute(0));
            case DAILY -> Times.day(at);
            case WEEKLY ->
                texts.get(
                        "retention.week",
                        at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        Integer.toString(at.get(IsoFields.WEEK_BASED_YEAR)));
            case MONTHLY -> Times.month(at);
            case YEARLY -> Integer.toString(at.getYear());
        };
    }

    private String age(Duration age) {
        return texts.get("retention.days", age.toDays());
    }

    private static String size(RetentionRule rule) {
        return rule.maxTotalBytes() == null ? "" : ByteSize.format(rule.maxTotalBytes());
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
