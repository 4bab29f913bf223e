"""Vague words of Japanese requirements, each with what to write instead."""

from __future__ import annotations

from rfp_builder.check.words.vague import VagueWord
from rfp_builder.i18n import Phrase

JAPANESE: tuple[VagueWord, ...] = (
    VagueWord(
        "適宜",
        ("適宜",),
        r"適宜",
        Phrase(
            "「適宜」は誰がいつ何をするかを決めていません。きっかけと期限を書いてください。",
            "Say who does it, on which occasion and by when.",
        ),
    ),
    VagueWord(
        "適切",
        ("適切",),
        r"(?<!不)適切(?:に|な|である)",
        Phrase(
            "何をもって適切とするか、基準（数値・手順書の名称など）を書いてください。",
            "Name the standard it is measured by: a number, or a document.",
        ),
    ),
    VagueWord(
        "適正",
        ("適正",),
        r"(?<!不)適正(?:に|な)",
        Phrase(
            "適正と判断する基準を数値か文書名で書いてください。",
            "Name the standard by a number or a document.",
        ),
    ),
    VagueWord(
        "適時",
        ("適時",),
        r"適時",
        Phrase(
            "時点を特定してください（「発生から1時間以内に」「毎月5日までに」など）。",
            "Give the time: “within one hour of …”, “by the 5th of each month”.",
        ),
    ),
    VagueWord(
        "随時",
        ("随時",),
        r"随時",
        Phrase(
            "頻度かきっかけを書いてください（「毎営業日17時に」「依頼から1時間以内に」など）。",
            "Give the frequency or the occasion.",
        ),
    ),
    VagueWord(
        "速やか",
        ("速やかに",),
        r"速やかに",
        Phrase(
            "期限を数値で書いてください（「30分以内に」「翌営業日の12時までに」など）。",
            "Give a limit: “within 30 minutes”, “by noon of the next business day”.",
        ),
    ),
    VagueWord(
        "迅速",
        ("迅速",),
        r"迅速(?:に|な)",
        Phrase("期限か応答時間を数値で書いてください。", "Give a limit or a response time."),
    ),
    VagueWord(
        "早急", ("早急に",), r"早急に", Phrase("期限を数値で書いてください。", "Give a limit as a number.")
    ),
    VagueWord(
        "至急", ("至急",), r"至急", Phrase("期限を数値で書いてください。", "Give a limit as a number.")
    ),
    VagueWord(
        "早期",
        ("早期に",),
        r"(?<=[にをは、])早期に",
        Phrase("いつまでに行うのか、期限を書いてください。", "Say by when."),
    ),
    VagueWord(
        "直ちに",
        ("直ちに",),
        r"直ちに",
        Phrase(
            "「直ちに」の上限を分で書いてください（「5分以内に」など）。",
            "Give the limit in minutes, such as “within 5 minutes”.",
        ),
    ),
    VagueWord(
        "遅滞なく",
        ("遅滞なく",),
        r"遅滞なく",
        Phrase(
            "期限を数値で書いてください（「発生から3営業日以内に」など）。",
            "Give a limit, such as “within three business days”.",
        ),
    ),
    VagueWord(
        "必要に応じて",
        ("必要に応じ",),
        r"必要に応じ",
        Phrase(
            "誰が何を見て必要と判断するのか、条件を書いてください。",
            "State the condition: who decides by what that it is needed.",
        ),
    ),
    VagueWord(
        "必要な場合",
        ("必要",),
        r"必要(?:な|がある)(?:場合|とき|時)",
        Phrase("必要になる条件を具体的に書いてください。", "State the condition under which it is needed."),
    ),
    VagueWord(
        "状況に応じて",
        ("状況に応じ",),
        r"状況に応じ",
        Phrase(
            "どの状況で何をするのか、場合ごとに書いてください。",
            "List the situations and what is done in each.",
        ),
    ),
    VagueWord(
        "場合によって",
        ("場合によ",),
        r"場合によ(?:って|り)",
        Phrase("どの場合かを具体的に書いてください。", "Say in which cases."),
    ),
    VagueWord(
        "臨機応変",
        ("臨機応変",),
        r"臨機応変",
        Phrase("想定する場面と対応を書いてください。", "Describe the situations and the response."),
    ),
    VagueWord(
        "柔軟",
        ("柔軟",),
        r"柔軟(?:に|な)",
        Phrase(
            "どこまで変えられるのか、幅（±何%、何日前まで）を書いてください。",
            "Give the range: by how many per cent, at how many days' notice.",
        ),
    ),
    VagueWord(
        "等",
        ("等",),
        r"(?<![平均同対優劣上中下高初何特不一二三四五])等(?![級しく分式号価質身温間量比高])",
        Phrase(
            "「等」で省略したものを全て挙げるか、「次の各号」として列挙してください。",
            "List everything that “etc.” stands for.",
        ),
    ),
    VagueWord(
        "など",
        ("など",),
        r"など(?!り)",
        Phrase(
            "「など」で省略したものを全て挙げてください。", "List everything that “and so on” stands for."
        ),
    ),
    VagueWord(
        "その他",
        ("その他",),
        r"(?<!「)その他(?!」|の用件|の職種|の言語|参考)",
        Phrase(
            "「その他」に含むものを挙げるか、削除してください。",
            "Name what “other” includes, or leave it out.",
        ),
    ),
    VagueWord(
        "十分",
        ("十分",),
        r"(?<![0-9一二三四五六七八九])(?<!不)十分(?:に|な|と)",
        Phrase(
            "どれだけあれば十分か、数量や水準を書いてください。", "Give the quantity or level that is enough."
        ),
    ),
    VagueWord(
        "充分",
        ("充分",),
        r"充分(?:に|な)",
        Phrase(
            "どれだけあれば足りるのか、数量や水準を書いてください。",
            "Give the quantity or level that is enough.",
        ),
    ),
    VagueWord(
        "なるべく",
        ("なるべく",),
        r"なるべく",
        Phrase(
            "必ず行うなら「〜すること」、努力目標なら優先度を下げて書いてください。",
            "Make it a duty, or lower its priority.",
        ),
    ),
    VagueWord(
        "できるだけ",
        (
            "できる",
            "出来る",
        ),
        r"(?:できる|出来る)(?:だけ|限り)",
        Phrase("必ず行う範囲と、その数値を書いてください。", "Say what must be done, with a number."),
    ),
    VagueWord(
        "可能な限り",
        ("可能な",),
        r"可能な(?:限り|範囲で)",
        Phrase(
            "どこまでを求めるのか、上限・下限を数値で書いてください。",
            "Give the limits of what is asked for.",
        ),
    ),
    VagueWord(
        "極力",
        ("極力",),
        r"極力",
        Phrase("許容する上限を数値で書いてください。", "Give the limit you accept."),
    ),
    VagueWord(
        "原則",
        ("原則",),
        r"原則(?:として|、)",
        Phrase(
            "例外になる条件と、例外を認める人を書いてください。", "State the exceptions and who grants them."
        ),
    ),
    VagueWord(
        "基本的に",
        ("基本的に",),
        r"基本的に(?!は?人権)",
        Phrase("例外になる条件を書くか、削除してください。", "State the exceptions, or leave the word out."),
    ),
    VagueWord(
        "概ね",
        ("概ね",),
        r"概ね",
        Phrase("許容する幅を数値で書いてください（「±5%」など）。", "Give the tolerance, such as ±5%."),
    ),
    VagueWord(
        "おおむね",
        ("おおむね",),
        r"おおむね",
        Phrase("許容する幅を数値で書いてください（「±5%」など）。", "Give the tolerance, such as ±5%."),
    ),
    VagueWord(
        "約",
        ("約",),
        r"(?<![\u4e00-\u9fff])約(?=[0-9])",
        Phrase(
            "「以上」「以下」または許容する幅で書いてください。",
            "Write “at least”, “at most”, or a tolerance.",
        ),
    ),
    VagueWord(
        "程度",
        ("程度",),
        r"[0-9]\S{0,4}程度",
        Phrase(
            "「以上」「以下」または許容する幅で書いてください。",
            "Write “at least”, “at most”, or a tolerance.",
        ),
    ),
    VagueWord(
        "前後",
        ("前後",),
        r"[0-9]\S{0,4}前後(?!の)",
        Phrase("許容する幅を数値で書いてください。", "Give the tolerance as a number."),
    ),
    VagueWord(
        "一定の",
        ("一定の",),
        r"一定の",
        Phrase("その数値や条件を書いてください。", "Give the number or condition."),
    ),
    VagueWord(
        "一定期間",
        ("一定期間",),
        r"一定期間",
        Phrase("期間を日数や月数で書いてください。", "Give the period in days or months."),
    ),
    VagueWord(
        "ある程度",
        ("ある程度",),
        r"ある程度",
        Phrase("水準を数値で書いてください。", "Give the level as a number."),
    ),
    VagueWord(
        "相当の",
        ("相当",),
        r"相当(?:の|な)",
        Phrase("数量や水準を書いてください。", "Give the quantity or level."),
    ),
    VagueWord(
        "相応",
        ("相応",),
        r"相応(?:の|に)",
        Phrase("数量や水準を書いてください。", "Give the quantity or level."),
    ),
    VagueWord(
        "しかるべき",
        (
            "しかる",
            "然る",
        ),
        r"(?:しかる|然る)べき",
        Phrase("誰が、何を、いつ行うのかを書いてください。", "Say who does what and when."),
    ),
    VagueWord(
        "円滑",
        ("円滑",),
        r"円滑(?:に|な)",
        Phrase(
            "何が起きなければ円滑と言えるのか、確かめられる形で書いてください。",
            "Say what must not happen, so that it can be seen.",
        ),
    ),
    VagueWord(
        "効率的",
        ("効率的",),
        r"効率的(?:に|な)",
        Phrase("効率を測る指標と目標値を書いてください。", "Name the measure of efficiency and its target."),
    ),
    VagueWord(
        "効果的",
        ("効果的",),
        r"効果的(?:に|な)",
        Phrase("効果を測る指標と目標値を書いてください。", "Name the measure of effect and its target."),
    ),
    VagueWord(
        "積極的",
        ("積極的",),
        r"積極的(?:に|な)",
        Phrase("行う回数や件数を書いてください。", "Give the number of times it is to be done."),
    ),
    VagueWord(
        "丁寧",
        ("丁寧",),
        r"丁寧(?:に|な)",
        Phrase(
            "応対基準の項目か、評価点で書いてください。",
            "Refer to a point of the monitoring form, or a score.",
        ),
    ),
    VagueWord(
        "親切",
        ("親切",),
        r"親切(?:に|な)",
        Phrase(
            "応対基準の項目か、評価点で書いてください。",
            "Refer to a point of the monitoring form, or a score.",
        ),
    ),
    VagueWord(
        "誠実",
        ("誠実",),
        r"誠実(?:に|な)",
        Phrase("求める行動を具体的に書いてください。", "Name the behaviour that is wanted."),
    ),
    VagueWord(
        "誠意",
        ("誠意を",),
        r"誠意を",
        Phrase("求める行動を具体的に書いてください。", "Name the behaviour that is wanted."),
    ),
    VagueWord(
        "万全",
        ("万全",),
        r"万全(?:の|を|な)",
        Phrase("講じる対策を列挙してください。", "List the measures to be taken."),
    ),
    VagueWord(
        "最大限",
        ("最大限",),
        r"最大限(?:の|に|、)",
        Phrase("求める水準を数値で書いてください。", "Give the level as a number."),
    ),
    VagueWord(
        "最善",
        ("最善",),
        r"最善(?:の|を)",
        Phrase("求める水準か手順を書いてください。", "Give the level or the procedure."),
    ),
    VagueWord(
        "最適",
        ("最適",),
        r"最適(?:な|に|化)",
        Phrase("何を指標として最適とするのかを書いてください。", "Name the measure by which it is best."),
    ),
    VagueWord(
        "最新",
        ("最新の",),
        r"最新の",
        Phrase("いつ時点のものかを書いてください（「前営業日までの」など）。", "Say as of when."),
    ),
    VagueWord(
        "高品質",
        ("高品質",),
        r"高品質",
        Phrase("品質を測る指標と目標値を書いてください。", "Name the measure of quality and its target."),
    ),
    VagueWord(
        "質の高い",
        ("質の高い",),
        r"質の高い",
        Phrase("品質を測る指標と目標値を書いてください。", "Name the measure of quality and its target."),
    ),
    VagueWord(
        "良好",
        ("良好",),
        r"良好(?:な|に)",
        Phrase("良否を分ける基準値を書いてください。", "Give the value that separates good from bad."),
    ),
    VagueWord(
        "優れた",
        ("優れた",),
        r"優れた",
        Phrase("何がどれだけあれば優れているのか、基準を書いてください。", "Name the standard."),
    ),
    VagueWord(
        "豊富", ("豊富な",), r"豊富な", Phrase("年数や件数で書いてください。", "Give years or numbers.")
    ),
    VagueWord("多数", ("多数の",), r"多数の", Phrase("数を書いてください。", "Give the number.")),
    VagueWord("若干", ("若干",), r"若干(?:の|名|数)", Phrase("数を書いてください。", "Give the number.")),
    VagueWord(
        "数日",
        ("数",),
        r"(?<![\u4e00-\u9fff])数(?:日|名|件|回|分|時間|か月|週間)(?!の?合計|を|が|は|に|と|、|。)",
        Phrase("数を書いてください。", "Give the number."),
    ),
    VagueWord(
        "複数",
        ("複数",),
        r"複数(?:名|回|人)",
        Phrase(
            "最低いくつかを書いてください（「2名以上」など）。",
            "Give the least number, such as “two or more”.",
        ),
    ),
    VagueWord(
        "定期的",
        ("定期的",),
        r"定期的(?:に|な)",
        Phrase(
            "頻度を書いてください（「毎月1回」「四半期ごとに」など）。",
            "Give the frequency: monthly, each quarter.",
        ),
    ),
    VagueWord("頻繁", ("頻繁に",), r"頻繁に", Phrase("回数を書いてください。", "Give the number of times.")),
    VagueWord("当面", ("当面",), r"当面", Phrase("いつまでかを書いてください。", "Say until when.")),
    VagueWord("当分", ("当分の間",), r"当分の間", Phrase("いつまでかを書いてください。", "Say until when.")),
    VagueWord(
        "事前に",
        ("事前に",),
        r"(?<![0-9日月間週])事前に(?!発注者の(?:書面|承)|書面|.{0,12}(?:承諾|承認|同意))",
        Phrase("何日前までかを書いてください（「5営業日前までに」など）。", "Say how many days ahead."),
    ),
    VagueWord(
        "同程度",
        ("同程度",),
        r"同程度",
        Phrase(
            "比べる相手と、許容する差を書いてください。", "Say compared with what, and within which margin."
        ),
    ),
    VagueWord(
        "比較的",
        ("比較的",),
        r"比較的",
        Phrase(
            "比べる相手と数値を書くか、削除してください。", "Say compared with what, or leave the word out."
        ),
    ),
    VagueWord(
        "使いやすい",
        ("いやす",),
        r"(?:使|扱)いやす[いく]",
        Phrase(
            "操作の回数や学習時間など、測れる形で書いてください。",
            "Say it in steps, clicks or hours of learning.",
        ),
    ),
    VagueWord(
        "分かりやすい",
        (
            "わかり",
            "分かり",
            "判り",
        ),
        r"(?:分かり|わかり|判り)やす[いく]",
        Phrase(
            "誰がどう確かめるか（理解度の調査など）を書いてください。",
            "Say who checks it and how, such as a comprehension test.",
        ),
    ),
    VagueWord(
        "簡潔",
        ("簡潔に",),
        r"簡潔に",
        Phrase("文字数や枚数の上限を書いてください。", "Give a limit in characters or pages."),
    ),
    VagueWord(
        "正確",
        ("正確",),
        r"(?<!不)正確(?:に|な)",
        Phrase(
            "誤りの割合の上限（誤入力率0.5%以下など）を書いてください。", "Give the error rate you accept."
        ),
    ),
    VagueWord(
        "安定",
        ("安定",),
        r"安定(?:して|した|的に)",
        Phrase("稼働率や変動の幅を数値で書いてください。", "Give availability or variation as a number."),
    ),
    VagueWord(
        "安全",
        ("安全",),
        r"安全(?:に|な)(?!管理)",
        Phrase("守るべき対策や基準の名称を書いてください。", "Name the safeguards or the standard."),
    ),
    VagueWord(
        "徹底",
        ("徹底",),
        r"徹底(?:する|を|した)",
        Phrase("行うことと、確かめ方を書いてください。", "Say what is done and how it is checked."),
    ),
    VagueWord(
        "細心の注意",
        ("細心の注意",),
        r"細心の注意",
        Phrase("講じる対策を書いてください。", "Name the measures."),
    ),
)
