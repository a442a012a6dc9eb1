<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>AnimationExport</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Drawing frame {frame} of {frames}</source>
        <translation>프레임 {frames}개 중 {frame}번째를 그리는 중</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The frames were lost on the way; nothing was written.</source>
        <translation>프레임이 중간에 사라져 아무것도 쓰지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>AnswerPicture</name>
    <message>
        <source>Drag a point: B begins again with this point there.</source>
        <translation>점을 끌어 옮기면 그 점이 옮겨진 상태로 B를 다시 시작합니다.</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
</context>
<context>
    <name>AtlasForm</name>
    <message>
        <source>Across</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>How many trainings each axis has.</source>
        <translation>축마다 학습을 몇 번 하는지 정합니다.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>How long each pixel trains.</source>
        <translation>픽셀마다 얼마나 오래 학습하는지 정합니다.</translation>
    </message>
</context>
<context>
    <name>AtlasMap</name>
    <message>
        <source>Atlas of trainings</source>
        <translation>학습의 지도</translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation>아직 학습하지 않음</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>풀지 못함</translation>
    </message>
    <message>
        <source>{name}
{label}: {value}
Click: this network becomes the one you train and inspect
Drag: zoom</source>
        <translation>{name}
{label}: {value}
클릭: 이 신경망을 학습하고 살펴봅니다
끌기: 확대</translation>
    </message>
    <message>
        <source>{label} {value}</source>
        <translation>{label} {value}</translation>
    </message>
    <message>
        <source>Choose a setting for each axis, and press “Train the atlas”:
each pixel appears here once it is trained.</source>
        <translation>축마다 설정을 고르고 “모든 픽셀 학습”을 누르십시오.
픽셀은 학습되는 대로 여기에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>AtlasView</name>
    <message>
        <source>Train the atlas</source>
        <translation>모든 픽셀 학습</translation>
    </message>
    <message>
        <source>Train a network for each pixel, coarse first.</source>
        <translation>픽셀마다 신경망을 하나씩, 성긴 것부터 학습합니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Zoom out to the view before (Esc).</source>
        <translation>이전 범위로 축소하며, Esc 키로도 됩니다.</translation>
    </message>
    <message>
        <source>Signs of the atlas</source>
        <translation>지도의 표시</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>풀지 못함</translation>
    </message>
    <message>
        <source>training: {share}</source>
        <translation>학습 중: {share}</translation>
    </message>
    <message>
        <source>stopped at {share}</source>
        <translation>{share}에서 멈춤</translation>
    </message>
    <message>
        <source>done: {updates} updates in {seconds} s</source>
        <translation>완료: {seconds}초 동안 업데이트 {updates}번</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Two settings are the axes, and each pixel is one training: where does it learn?</source>
        <translation>두 설정이 축이고 픽셀 하나가 학습 한 번입니다. 어디에서 학습이 될까요?</translation>
    </message>
    <message>
        <source>Click a pixel: its network becomes the one you train and inspect. Drag a rectangle: that part is trained anew. Solved: {goal} or better.</source>
        <translation>픽셀을 클릭하면 지금 신경망 대신 그 픽셀의 신경망을 학습하고 살펴보게 됩니다. 사각형으로 끌면 그 부분을 다시 학습합니다. {goal} 기준을 만족하면 푼 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Stop training pixels, or go on with those that are left.</source>
        <translation>픽셀 학습을 멈추거나, 남은 픽셀을 이어서 학습합니다.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>What the colours of the pixels stand for.</source>
        <translation>픽셀의 색이 나타내는 값입니다.</translation>
    </message>
    <message>
        <source>The data have changed: stopped at {share}. Train it anew.</source>
        <translation>데이터가 바뀌어 {share}에서 멈췄습니다. 다시 학습하십시오.</translation>
    </message>
</context>
<context>
    <name>AutoStepper</name>
    <message>
        <source>First step</source>
        <translation>첫 단계</translation>
    </message>
    <message>
        <source>Go to the first step (Home).</source>
        <translation>Home: 첫 단계로 갑니다.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>업데이트 하나 되돌리기</translation>
    </message>
    <message>
        <source>Go one step back (Left).</source>
        <translation>왼쪽 방향키: 한 단계 되돌아갑니다.</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 스텝</translation>
    </message>
    <message>
        <source>Go on to the next step (Right).</source>
        <translation>오른쪽 방향키: 다음 단계로 갑니다.</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>마지막 단계</translation>
    </message>
    <message>
        <source>Go to the last step (End).</source>
        <translation>End: 마지막 단계로 갑니다.</translation>
    </message>
    <message>
        <source>Let the steps follow one another by themselves.</source>
        <translation>단계가 저절로 이어지게 합니다.</translation>
    </message>
    <message>
        <source>Autoplay</source>
        <translation>자동 재생</translation>
    </message>
    <message>
        <source>How fast the steps follow one another.</source>
        <translation>단계가 이어지는 빠르기입니다.</translation>
    </message>
    <message>
        <source>Speed of autoplay</source>
        <translation>자동 재생 속도</translation>
    </message>
    <message>
        <source>a step every {seconds} s</source>
        <translation>{seconds}초마다 한 단계</translation>
    </message>
</context>
<context>
    <name>AxesChooser</name>
    <message>
        <source>Horizontal axis</source>
        <translation>가로축</translation>
    </message>
    <message>
        <source>The input that runs to the right; type to search.</source>
        <translation>오른쪽으로 커지는 입력입니다. 입력하면 찾습니다.</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>세로축</translation>
    </message>
    <message>
        <source>The input that runs upwards; type to search.</source>
        <translation>위쪽으로 커지는 입력입니다. 입력하면 찾습니다.</translation>
    </message>
    <message>
        <source>Exchange the axes</source>
        <translation>축 맞바꾸기</translation>
    </message>
    <message>
        <source>Exchange the two axes.</source>
        <translation>두 축을 서로 맞바꿉니다.</translation>
    </message>
    <message>
        <source>at their mean</source>
        <translation>평균값</translation>
    </message>
    <message>
        <source>as in example</source>
        <translation>샘플의 값</translation>
    </message>
    <message>
        <source>Where the other inputs rest</source>
        <translation>나머지 입력의 값</translation>
    </message>
    <message>
        <source>The plane is a cut through the space of all inputs: this is where the others stand meanwhile.</source>
        <translation>이 평면은 모든 입력의 공간을 자른 단면입니다. 그동안 나머지 입력을 어떤 값에 둘지 정합니다.</translation>
    </message>
    <message>
        <source>Training example</source>
        <translation>훈련 샘플</translation>
    </message>
    <message>
        <source>The training example whose values the other inputs have.</source>
        <translation>나머지 입력의 값을 이 훈련 샘플에서 가져옵니다.</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>나머지</translation>
    </message>
    <message>
        <source>{:,} others</source>
        <translation>나머지 {:,}개</translation>
    </message>
</context>
<context>
    <name>AxisForm</name>
    <message>
        <source>Which setting this axis is.</source>
        <translation>이 축이 나타내는 설정입니다.</translation>
    </message>
    <message>
        <source>{axis}, from</source>
        <translation>{axis}, 최솟값</translation>
    </message>
    <message>
        <source>The lowest value.</source>
        <translation>가장 작은 값입니다.</translation>
    </message>
    <message>
        <source>{axis}, to</source>
        <translation>{axis}, 최댓값</translation>
    </message>
    <message>
        <source>The highest value.</source>
        <translation>가장 큰 값입니다.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Equal lengths are equal ratios, as for learning rates.</source>
        <translation>같은 길이가 같은 비율을 뜻합니다. 학습률에 알맞습니다.</translation>
    </message>
</context>
<context>
    <name>BackpropView</name>
    <message>
        <source>Walk</source>
        <translation>단계별 보기</translation>
    </message>
    <message>
        <source>One update from the inside, step by step.</source>
        <translation>업데이트 한 번을 안에서 한 단계씩 따라갑니다.</translation>
    </message>
    <message>
        <source>Three ways</source>
        <translation>세 가지 계산법</translation>
    </message>
    <message>
        <source>The same gradient as a sum over paths, an outer product and a Kronecker product.</source>
        <translation>같은 그래디언트를 경로의 합, 외적, 크로네커 곱으로 구합니다.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>The gradient against central differences of the cost.</source>
        <translation>그래디언트를 비용의 중앙 차분과 비교합니다.</translation>
    </message>
    <message>
        <source>Backprop</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>가중치 따라가기</translation>
    </message>
    <message>
        <source>One weight on all its paths to the cost, and through its update.</source>
        <translation>가중치 하나를 비용까지 이어지는 모든 경로를 따라 보고, 업데이트까지 따라갑니다.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>이 메시지 닫기</translation>
    </message>
    <message>
        <source>Close this message.</source>
        <translation>이 메시지를 닫습니다.</translation>
    </message>
    <message>
        <source>{subject} at epoch {epoch}, first in layer {layer}.</source>
        <translation>{subject}: 에포크 {epoch}, {layer}층에서 처음 일어났습니다.</translation>
    </message>
</context>
<context>
    <name>BreakIt</name>
    <message>
        <source>BREAK IT</source>
        <translation>일부러 틀리기</translation>
    </message>
    <message>
        <source>No mistake</source>
        <translation>실수 없음</translation>
    </message>
    <message>
        <source>Which mistake is it?</source>
        <translation>어떤 실수일까요?</translation>
    </message>
    <message>
        <source>Mistake in backpropagation</source>
        <translation>역전파의 실수</translation>
    </message>
    <message>
        <source>Switch a mistake on in the gradient that is checked; training is not touched.</source>
        <translation>검사하는 그래디언트에 실수를 하나 넣습니다. 학습에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>내 추측</translation>
    </message>
    <message>
        <source>Say which mistake you think it is.</source>
        <translation>어떤 실수라고 생각하는지 고릅니다.</translation>
    </message>
    <message>
        <source>Surprise me</source>
        <translation>문제 내기</translation>
    </message>
    <message>
        <source>Switch on a mistake without telling which: find it by the arrays that differ.</source>
        <translation>어떤 실수인지 알리지 않고 하나를 넣습니다. 어느 배열이 다른지 보고 찾아내십시오.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Say where to look, without giving the mistake away.</source>
        <translation>답은 밝히지 않고 어디를 볼지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>공개</translation>
    </message>
    <message>
        <source>Name the mistake.</source>
        <translation>어떤 실수인지 밝힙니다.</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>바로잡기</translation>
    </message>
    <message>
        <source>Switch the mistake off and check again.</source>
        <translation>실수를 없애고 다시 검사합니다.</translation>
    </message>
    <message>
        <source>Switch a mistake on in the backward pass and see which arrays the check finds it in, or let the program choose one and find out which it is.</source>
        <translation>역전파에 실수를 하나 넣고 검사가 어느 배열에서 찾아내는지 보십시오. 프로그램에 고르게 하고 어떤 실수인지 알아맞혀도 됩니다.</translation>
    </message>
    <message>
        <source>Yes, that is it: {label}. {description}</source>
        <translation>맞습니다! 정답은 ‘{label}’. {description}</translation>
    </message>
    <message>
        <source>It was: {label}. {description}</source>
        <translation>정답은 ‘{label}’. {description}</translation>
    </message>
    <message>
        <source>No, it is something else. “{label}” would mean: {description}</source>
        <translation>아닙니다. ‘{label}’의 뜻은 이렇습니다. {description}</translation>
    </message>
    <message>
        <source>Hint: {hint}</source>
        <translation>힌트: {hint}</translation>
    </message>
    <message>
        <source>One step of the backward pass is wrong now. Which arrays differ, and which agree? Look at the signs and the quotients of the two gradients, then guess.</source>
        <translation>지금 역전파의 한 단계가 틀렸습니다. 어느 배열이 다르고 어느 배열이 맞나요? 두 그래디언트의 부호와 몫을 보고 맞혀 보십시오.</translation>
    </message>
    <message>
        <source>Makes no difference in this network. {reason}</source>
        <translation>이 신경망에서는 차이가 없습니다. {reason}</translation>
    </message>
    <message>
        <source>instead of</source>
        <translation>원래는</translation>
    </message>
</context>
<context>
    <name>ByHandView</name>
    <message>
        <source>Bring back the weights with the lowest cost that were set by hand; Undo takes it back.</source>
        <translation>손으로 정한 가중치 가운데 비용이 가장 낮았던 것을 되살립니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>To the best</source>
        <translation>최저 비용으로</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>What the network says of each training example.</source>
        <translation>훈련 샘플마다 신경망이 내는 답입니다.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Say where to look; once more says what is the case.</source>
        <translation>어디를 볼지 알려 줍니다. 다시 누르면 무엇이 문제인지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Cost {cost}</source>
        <translation>비용 {cost}</translation>
    </message>
    <message>
        <source>{cost} · best by hand {best}</source>
        <translation>{cost} · 손으로 얻은 최저 {best}</translation>
    </message>
    <message>
        <source>the {count} that cost most are listed</source>
        <translation>비용이 큰 {count}개만 표시</translation>
    </message>
    <message>
        <source>{wrong} of {m} wrong</source>
        <translation>{m}개 중 {wrong}개 틀림</translation>
    </message>
    <message>
        <source>row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>target</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 틀림</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 맞음</translation>
    </message>
    <message>
        <source>Another hint</source>
        <translation>힌트 더 보기</translation>
    </message>
    <message>
        <source>The optimizer is at work; pause to take over.</source>
        <translation>지금은 옵티마이저가 일하고 있습니다. 멈추면 직접 할 수 있습니다.</translation>
    </message>
    <message>
        <source>You are the optimizer: click a line or a neuron of the network, type a number, press Enter.</source>
        <translation>내가 옵티마이저입니다. 신경망의 선이나 뉴런을 클릭하고 수를 입력한 뒤 Enter를 누르십시오.</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Copy as text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>그림으로 복사</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>What the gate does</source>
        <translation>게이트가 하는 일</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Nothing of that name.</source>
        <translation>그런 이름은 없습니다.</translation>
    </message>
    <message>
        <source>Seen in: {places}</source>
        <translation>보이는 곳: {places}</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>크기</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Fold</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>펼치기</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>Show this known function as one gate, or the gates it is made of; a double click does the same.</source>
        <translation>이 함수를 게이트 하나로 보이거나, 함수를 이루는 게이트들로 펼칩니다. 두 번 클릭해도 됩니다.</translation>
    </message>
</context>
<context>
    <name>CentralArea</name>
    <message>
        <source>data and settings</source>
        <translation>데이터와 설정</translation>
    </message>
    <message>
        <source>output and curves</source>
        <translation>출력과 곡선</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>작업 화면</translation>
    </message>
    <message>
        <source>Space runs and pauses, the right arrow makes one update.</source>
        <translation>스페이스 바는 학습을 시작하고 멈추며, 오른쪽 화살표는 업데이트를 한 번 합니다.</translation>
    </message>
</context>
<context>
    <name>ChainRows</name>
    <message>
        <source>The factors of each path</source>
        <translation>경로마다 곱해지는 인수</translation>
    </message>
</context>
<context>
    <name>ChainView</name>
    <message>
        <source>Jacobian</source>
        <translation>야코비 행렬</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>아직 계산 전</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>그래디언트</translation>
    </message>
    <message>
        <source>local</source>
        <translation>국소</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>상류</translation>
    </message>
    <message>
        <source>downstream</source>
        <translation>하류</translation>
    </message>
    <message>
        <source>an input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>a constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>{name}에서</translation>
    </message>
    <message>
        <source>No path leads from {source} to {output}.</source>
        <translation>{source}에서 {output}까지 이어지는 경로가 없습니다.</translation>
    </message>
    <message>
        <source>Computational graph</source>
        <translation>계산 그래프</translation>
    </message>
    <message>
        <source>An input that is repeated to the value&apos;s shape gets the sum of its parts.</source>
        <translation>값의 모양에 맞춰 반복된 입력은 각 부분을 더한 합을 받습니다.</translation>
    </message>
    <message>
        <source>downstream = Jᵀ · upstream</source>
        <translation>하류 = Jᵀ · 상류</translation>
    </message>
    <message>
        <source>value, above</source>
        <translation>값 (위)</translation>
    </message>
    <message>
        <source>gradient ∂{output}/∂…, below</source>
        <translation>그래디언트 ∂{output}/∂… (아래)</translation>
    </message>
    <message>
        <source>{name}, line {line}: {problem}</source>
        <translation>{name}, {line}번째 줄: {problem}</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
</context>
<context>
    <name>CheckControls</name>
    <message>
        <source>Check gradients</source>
        <translation>그래디언트 검사</translation>
    </message>
    <message>
        <source>Compare backpropagation with central differences, for every weight and bias.</source>
        <translation>모든 가중치와 편향에서 역전파를 중앙 차분과 비교합니다.</translation>
    </message>
    <message>
        <source>ε, how far each weight is moved</source>
        <translation>가중치를 움직이는 폭 ε</translation>
    </message>
    <message>
        <source>How far each weight is moved to both sides to see what the cost does.</source>
        <translation>가중치를 양쪽으로 얼마나 움직여 비용의 변화를 볼지 정합니다.</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>검사 진행 상황</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Give the check up; training is not touched by it.</source>
        <translation>검사를 그만둡니다. 학습에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>A central difference stands for the derivative</source>
        <translation>중앙 차분으로 도함수를 어림합니다</translation>
    </message>
    <message>
        <source>{share}%</source>
        <translation>{share}%</translation>
    </message>
</context>
<context>
    <name>CheckTable</name>
    <message>
        <source>agrees</source>
        <translation>일치</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>불일치</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직</translation>
    </message>
    <message>
        <source>Parameter arrays and their errors</source>
        <translation>매개변수 배열과 그 오차</translation>
    </message>
    <message>
        <source>mean |diff.|</source>
        <translation>평균 |차이|</translation>
    </message>
    <message>
        <source>array</source>
        <translation>배열</translation>
    </message>
    <message>
        <source>rel. error</source>
        <translation>상대 오차</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>The weights or biases of a layer, and the shape of the array.</source>
        <translation>한 층의 가중치 또는 편향과 그 배열의 모양입니다.</translation>
    </message>
    <message>
        <source>The mean distance between the analytic and the numerical derivative.</source>
        <translation>해석적 도함수와 수치적 도함수의 평균 거리입니다.</translation>
    </message>
    <message>
        <source>{count} at kinks</source>
        <translation>꺾인 점 {count}개</translation>
    </message>
    <message>
        <source>{count} in rounding</source>
        <translation>반올림 {count}개</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>판정하지 않음</translation>
    </message>
    <message>
        <source>The largest |a − n| / (|a| + |n|) of the entries judged, on a scale from 1e-12 to 1; the mark is at 1e-4.</source>
        <translation>판정한 성분 가운데 가장 큰 |a − n| / (|a| + |n|)입니다. 눈금은 1e-12부터 1까지이고 표시는 1e-4에 있습니다.</translation>
    </message>
    <message>
        <source>Whether every entry judged agrees: relative error below 1e-4, or difference below 1e-8.</source>
        <translation>판정한 성분이 모두 일치하는지 나타냅니다. 상대 오차가 1e-4보다 작거나 차이가 1e-8보다 작으면 일치합니다.</translation>
    </message>
    <message>
        <source>Entries lost in rounding: {count}. The cost keeps too few digits for so small a slope, so they are not judged.</source>
        <translation>반올림에 묻힌 성분: {count}개. 이렇게 작은 기울기를 담기에는 비용의 자릿수가 모자라므로 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>Entries at a kink: {count}. Moving that weight carries a neuron or an output across it, where a central difference is no derivative, so they are not judged.</source>
        <translation>꺾인 점에 있는 성분: {count}개. 그 가중치를 움직이면 뉴런이나 출력이 꺾인 점을 넘어가고, 거기서는 중앙 차분이 도함수가 아니므로 판정하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>|analytic − numerical| of {name}, {rows}×{columns}</source>
        <translation>{name}의 |해석적 − 수치적|, {rows}×{columns}</translation>
    </message>
    <message>
        <source>Colours: |analytic − numerical| from 1e-14 to 1</source>
        <translation>색: |해석적 − 수치적|, 1e-14부터 1까지</translation>
    </message>
</context>
<context>
    <name>ChosenAnswer</name>
    <message>
        <source>+ positive</source>
        <translation>+ 양수</translation>
    </message>
    <message>
        <source>− negative</source>
        <translation>− 음수</translation>
    </message>
    <message>
        <source>0 zero</source>
        <translation>0 영</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Judge the answer</source>
        <translation>답을 확인합니다</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>Probabilities of the classes</source>
        <translation>클래스별 확률</translation>
    </message>
</context>
<context>
    <name>ClassSwatches</name>
    <message>
        <source>Class to draw</source>
        <translation>그릴 클래스</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>클래스 {name}</translation>
    </message>
    <message>
        <source>New class {number}</source>
        <translation>새 클래스 {number}</translation>
    </message>
    <message>
        <source>{what} (key {key})</source>
        <translation>{what} ({key} 키)</translation>
    </message>
    <message>
        <source>Draw points of: {what}</source>
        <translation>이 클래스의 점을 그립니다: {what}</translation>
    </message>
</context>
<context>
    <name>ColorBar</name>
    <message>
        <source>Colour scale</source>
        <translation>색 눈금</translation>
    </message>
    <message>
        <source>Which colour stands for which value.</source>
        <translation>어떤 색이 어떤 값인지 보입니다.</translation>
    </message>
</context>
<context>
    <name>ColumnTable</name>
    <message>
        <source>Space gives the selected columns the next use.</source>
        <translation>스페이스 바를 누르면 고른 열의 쓰임이 다음 것으로 바뀝니다.</translation>
    </message>
</context>
<context>
    <name>CompareForm</name>
    <message>
        <source>Run of A</source>
        <translation>A의 실행</translation>
    </message>
    <message>
        <source>The first of the two.</source>
        <translation>둘 중 첫째입니다.</translation>
    </message>
    <message>
        <source>Run of B</source>
        <translation>B의 실행</translation>
    </message>
    <message>
        <source>The second of the two: the same run, or another.</source>
        <translation>둘 중 둘째입니다. 같은 실행일 수도, 다른 실행일 수도 있습니다.</translation>
    </message>
    <message>
        <source>From epoch</source>
        <translation>시작 에포크</translation>
    </message>
    <message>
        <source>Both begin at the recorded moment nearest to it, with the settings of that moment.</source>
        <translation>둘 다 여기에서 가장 가까운 기록 시점에서, 그때의 설정으로 시작합니다.</translation>
    </message>
    <message>
        <source>To epoch</source>
        <translation>끝 에포크</translation>
    </message>
    <message>
        <source>Where they pause; they can go on from there.</source>
        <translation>여기에서 멈춥니다. 그다음부터 계속할 수 있습니다.</translation>
    </message>
    <message>
        <source>What differs in B</source>
        <translation>B에서 다른 것</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>from epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>In B differs</source>
        <translation>B에서 다른 것</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>지금 실행</translation>
    </message>
    <message>
        <source>The last epoch comes after {epoch}: choose a later one.</source>
        <translation>끝 에포크는 {epoch}보다 뒤여야 합니다. 더 뒤의 에포크를 고르십시오.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Fork</source>
        <translation>갈라 보기</translation>
    </message>
    <message>
        <source>Begin both at that epoch, and let them train in step.</source>
        <translation>그 에포크에서 둘을 시작하여 나란히 학습합니다.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Pause both, or let them go on; the toolbar has the speed.</source>
        <translation>둘을 함께 멈추거나 계속합니다. 속도는 도구 모음에서 정합니다.</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>에포크 하나</translation>
    </message>
    <message>
        <source>Train both for one epoch.</source>
        <translation>둘 다 에포크 하나를 학습합니다.</translation>
    </message>
    <message>
        <source>Take {letter}</source>
        <translation>{letter} 가져오기</translation>
    </message>
    <message>
        <source>Let this branch, as it is now, be the run of the window; Undo brings that back.</source>
        <translation>이 갈래를 지금 상태 그대로 창의 실행으로 삼습니다. 실행 취소로 되돌립니다.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>the run with a change</source>
        <translation>한 가지를 바꾼 실행</translation>
    </message>
    <message>
        <source>What becomes of a run if one thing is not the same?</source>
        <translation>한 가지만 다르면 실행은 어떻게 될까요?</translation>
    </message>
    <message>
        <source>Choose an epoch and what differs in B. Both begin with the weights, the optimizer&apos;s memory and the order of the examples of that epoch, and train in step.</source>
        <translation>에포크와 B에서 다른 것을 고르십시오. 둘 다 그 에포크의 가중치, 옵티마이저의 기억, 샘플 순서에서 시작하여 나란히 학습합니다.</translation>
    </message>
    <message>
        <source>training: epoch {epoch} of {goal}</source>
        <translation>학습 중: 에포크 {epoch} / {goal}</translation>
    </message>
    <message>
        <source>paused at epoch {epoch} of {goal}</source>
        <translation>멈춤: 에포크 {epoch} / {goal}</translation>
    </message>
    <message>
        <source>done: epoch {epoch}</source>
        <translation>끝남: 에포크 {epoch}</translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation>아직 학습하지 않음</translation>
    </message>
    <message>
        <source>Both keep the data that they began with; those of the window are others now.</source>
        <translation>두 갈래는 시작할 때의 데이터를 그대로 씁니다. 창의 데이터는 이제 다릅니다.</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>{share} of all examples are recognised</source>
        <translation>전체 샘플의 {share}를 맞혔습니다</translation>
    </message>
    <message>
        <source>precision: of {total} taken for {name}, {count} are ({percent})</source>
        <translation>정밀도: {name}(으)로 예측한 {total}개 가운데 {count}개가 맞습니다 ({percent})</translation>
    </message>
    <message>
        <source>recall: of {total} examples of {name}, {count} are recognised ({percent})</source>
        <translation>재현율: {name} 샘플 {total}개 가운데 {count}개를 맞혔습니다 ({percent})</translation>
    </message>
    <message>
        <source>{name}: {count} of {total} recognised ({percent})</source>
        <translation>{name}: {total}개 중 {count}개 알아봄 ({percent})</translation>
    </message>
    <message>
        <source>{name} taken for {predicted}: {count} of {total} ({percent})</source>
        <translation>정답 {name}, 예측 {predicted}: {total}개 중 {count}개 ({percent})</translation>
    </message>
    <message>
        <source>predicted: {name}</source>
        <translation>예측: {name}</translation>
    </message>
    <message>
        <source>true: {name}</source>
        <translation>정답: {name}</translation>
    </message>
    <message>
        <source>true</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
</context>
<context>
    <name>CostView</name>
    <message>
        <source>Curves over the epochs</source>
        <translation>에포크에 따른 곡선</translation>
    </message>
    <message>
        <source>Wheel or drag to zoom and move, double click to follow the training again.</source>
        <translation>휠이나 끌기로 확대하고 옮기며, 두 번 클릭하면 다시 학습을 따라갑니다.</translation>
    </message>
    <message>
        <source>No history yet: run the training to see its cost.</source>
        <translation>아직 기록이 없습니다. 학습을 시작하면 비용이 나타납니다.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Draw equal factors as equal heights.</source>
        <translation>같은 배수를 같은 높이로 그립니다.</translation>
    </message>
    <message>
        <source>Automatic range</source>
        <translation>자동 범위</translation>
    </message>
    <message>
        <source>Show all epochs again and keep following the training.</source>
        <translation>모든 에포크를 다시 보이고 학습을 계속 따라갑니다.</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>epoch {:,}</source>
        <translation>에포크 {:,}</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>{epoch}, by layer</source>
        <translation>{epoch}, 층별</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Values of the curves</source>
        <translation>곡선의 값</translation>
    </message>
    <message>
        <source>Pinned runs</source>
        <translation>고정한 실행</translation>
    </message>
    <message>
        <source>{what}, epoch {epoch}: why?</source>
        <translation>{what}, 에포크 {epoch}: 까닭은?</translation>
    </message>
</context>
<context>
    <name>DataGallery</name>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>찍은 점</translation>
    </message>
    <message>
        <source>A table that was pasted.</source>
        <translation>붙여 넣은 표입니다.</translation>
    </message>
    <message>
        <source>Images: {file}</source>
        <translation>이미지: {file}</translation>
    </message>
    <message>
        <source>Points drawn by hand.</source>
        <translation>손으로 찍은 점입니다.</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Data from a formula: {formula}</source>
        <translation>수식으로 만든 데이터: {formula}</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>데이터 가져오기</translation>
    </message>
    <message>
        <source>Read a table or images of your own from files.</source>
        <translation>내 표나 이미지를 파일에서 읽습니다.</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>점 찍기</translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation>점 찍기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Export data as CSV</source>
        <translation>데이터를 CSV로 내보내기</translation>
    </message>
    <message>
        <source>Export data as CSV…</source>
        <translation>데이터를 CSV로 내보내기…</translation>
    </message>
    <message>
        <source>New sample</source>
        <translation>샘플 다시 뽑기</translation>
    </message>
    <message>
        <source>These examples are used as they are.</source>
        <translation>이 샘플들은 있는 그대로 씁니다.</translation>
    </message>
    <message>
        <source>“{name}” always has {count} examples.</source>
        <translation>‘{name}’에는 언제나 샘플이 {count}개 있습니다.</translation>
    </message>
    <message>
        <source>Draw other random examples of the same kind.</source>
        <translation>같은 종류의 샘플을 무작위로 다시 뽑습니다.</translation>
    </message>
    <message>
        <source>How the table is read…</source>
        <translation>표를 읽는 방법…</translation>
    </message>
    <message>
        <source>Its columns and what each is for, its encoding, marks and missing values.</source>
        <translation>열마다의 쓰임, 인코딩, 구분 문자와 소수점, 결측값을 보고 바꿉니다.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… 그 밖에 {count}개</translation>
    </message>
    <message>
        <source>Draw points of your own on the picture of the output.</source>
        <translation>출력 그림 위에 점을 직접 찍습니다.</translation>
    </message>
</context>
<context>
    <name>DataSummary</name>
    <message>
        <source>Drawn points</source>
        <translation>찍은 점</translation>
    </message>
    <message>
        <source>{rows:,} rows · {columns:,} input columns</source>
        <translation>{rows:,}행 · 입력 {columns:,}열</translation>
    </message>
    <message>
        <source>{rows:,} images · {height} × {width} pixels</source>
        <translation>이미지 {rows:,}개 · {height} × {width}픽셀</translation>
    </message>
    <message>
        <source>{rows:,} points</source>
        <translation>점 {rows:,}개</translation>
    </message>
    <message>
        <source>{count} classes: {each}</source>
        <translation>클래스 {count}개: {each}</translation>
    </message>
    <message>
        <source>{count} classes: {low:,} each</source>
        <translation>클래스 {count}개: {low:,}개씩</translation>
    </message>
    <message>
        <source>{count} classes: {low:,} to {high:,} each</source>
        <translation>클래스 {count}개: {low:,}~{high:,}개씩</translation>
    </message>
    <message>
        <source>To predict: {low} … {high}</source>
        <translation>예측할 값: {low} … {high}</translation>
    </message>
    <message>
        <source>{count} values to predict: {low} … {high}</source>
        <translation>예측할 값 {count}개: {low} … {high}</translation>
    </message>
    <message>
        <source>Class {name} has no examples: a network cannot learn it.</source>
        <translation>클래스 {name}: 샘플이 없어 신경망이 배울 수 없습니다.</translation>
    </message>
    <message>
        <source>Class {name} is rare: high accuracy can mean that it is never predicted.</source>
        <translation>클래스 {name}: 샘플이 드뭅니다. 정확도가 높아도 이 클래스를 한 번도 예측하지 않을 수 있습니다.</translation>
    </message>
    <message>
        <source>Only {count} rows: all train the network, none is kept for testing.</source>
        <translation>행이 {count}개뿐이어서 모두 학습에 쓰고, 테스트용으로 남기지 않습니다.</translation>
    </message>
    <message>
        <source>Only {count} rows, and {test} of them kept for testing: the network never sees them.</source>
        <translation>행이 {count}개뿐인데 그 가운데 {test}개는 테스트용으로 남겨 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>점 1개</translation>
    </message>
</context>
<context>
    <name>DifferenceMap</name>
    <message>
        <source>Difference of both gradients</source>
        <translation>두 그래디언트의 차이</translation>
    </message>
    <message>
        <source>Arrow keys choose an entry, Escape lets go.</source>
        <translation>방향키로 성분을 고르고, Esc로 선택을 풉니다.</translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message>
        <source>Difference of the two</source>
        <translation>둘의 차이</translation>
    </message>
    <message>
        <source>{share} of the map</source>
        <translation>지도의 {share}</translation>
    </message>
    <message>
        <source>typically {value} apart</source>
        <translation>보통 {value} 차이</translation>
    </message>
    <message>
        <source>blue: B is higher; orange: lower</source>
        <translation>파랑: B가 큼, 주황: B가 작음</translation>
    </message>
    <message>
        <source>above the line: B is higher</source>
        <translation>선 위: B가 큼</translation>
    </message>
    <message>
        <source>coloured: B says another class</source>
        <translation>색칠한 곳: B의 클래스가 다름</translation>
    </message>
</context>
<context>
    <name>DifferencePicture</name>
    <message>
        <source>Where the two answer differently</source>
        <translation>둘의 답이 다른 곳</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Sessions (*.playground)</source>
        <translation>세션 (*.playground)</translation>
    </message>
    <message>
        <source>Images (*.idx *-ubyte *.gz)</source>
        <translation>이미지 (*.idx *-ubyte *.gz)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Experiments, settings only (*.json)</source>
        <translation>실험, 설정만 (*.json)</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <source>Session saved to {path}</source>
        <translation>세션을 {path}에 저장했습니다</translation>
    </message>
    <message>
        <source>Experiment saved to {path}: its settings, without weights and timeline</source>
        <translation>실험을 {path}에 저장했습니다: 가중치와 타임라인 없이 설정만 담깁니다</translation>
    </message>
    <message>
        <source>There is no earlier session to restore.</source>
        <translation>복원할 지난 세션이 없습니다.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>All that can be opened ({patterns})</source>
        <translation>열 수 있는 모든 파일 ({patterns})</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.tab *.txt *.data *.dat *.gz)</source>
        <translation>표 (*.csv *.tsv *.tab *.txt *.data *.dat *.gz)</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>클립보드</translation>
    </message>
    <message>
        <source>Settings pasted: {name}</source>
        <translation>설정을 붙여 넣었습니다: {name}</translation>
    </message>
    <message>
        <source>Experiments and lessons (*.json)</source>
        <translation>실험과 레슨 (*.json)</translation>
    </message>
    <message>
        <source>Networks (*.npz *.onnx *.safetensors *.pt *.pth)</source>
        <translation>신경망 (*.npz *.onnx *.safetensors *.pt *.pth)</translation>
    </message>
</context>
<context>
    <name>DragTool</name>
    <message>
        <source>A drawing holds at most {:,} points: erase some first.</source>
        <translation>그림에는 점을 {:,}개까지 둘 수 있습니다. 먼저 몇 개를 지우십시오.</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Draw</source>
        <translation>점 찍기</translation>
    </message>
    <message>
        <source>The first points replace the data · Esc: back</source>
        <translation>첫 점을 그리면 데이터가 바뀝니다 · Esc: 돌아가기</translation>
    </message>
    <message>
        <source>Draw points of classes with the mouse, while training goes on.</source>
        <translation>학습을 멈추지 않고 마우스로 클래스별 점을 그립니다.</translation>
    </message>
    <message>
        <source>Unfold to begin a new drawing instead.</source>
        <translation>대신 펼치면 새 그림을 시작합니다.</translation>
    </message>
</context>
<context>
    <name>DrawingStrip</name>
    <message>
        <source>Brush size</source>
        <translation>붓 크기</translation>
    </message>
    <message>
        <source>How wide brush and eraser are; the keys [ and ] change it too.</source>
        <translation>붓과 지우개의 너비입니다. [ 키와 ] 키로도 바꿉니다.</translation>
    </message>
    <message>
        <source>New drawing</source>
        <translation>새 그림</translation>
    </message>
    <message>
        <source>Begin with an empty sheet for two classes.</source>
        <translation>두 클래스를 위한 빈 종이에서 시작합니다.</translation>
    </message>
    <message>
        <source>Move every point a little at random; the arrow chooses how far.</source>
        <translation>모든 점을 무작위로 조금 옮깁니다. 얼마나 옮길지는 화살표로 고릅니다.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>흔들기</translation>
    </message>
    <message>
        <source>{share} of the axes</source>
        <translation>축 길이의 {share}</translation>
    </message>
</context>
<context>
    <name>EmptyCheck</name>
    <message>
        <source>Is every derivative right?</source>
        <translation>모든 도함수가 맞을까요?</translation>
    </message>
    <message>
        <source>A gradient check moves each weight a little up and a little down, looks at what the cost does, and compares that slope with the derivative that backpropagation found by the chain rule. The two ways share only the forward pass and the cost: where they agree to many digits, the backward pass is right for these examples, and a wrong sign or a forgotten factor shows at once.</source>
        <translation>그래디언트 검사는 가중치를 하나씩 조금 올리고 내려 보아 비용의 변화를 재고, 그 기울기를 역전파가 연쇄 법칙으로 구한 도함수와 비교합니다. 두 방법이 함께 쓰는 것은 순전파와 비용뿐이므로, 여러 자리까지 맞으면 이 샘플들에 대해 역전파가 옳습니다. 틀린 부호나 빠뜨린 인수는 바로 드러납니다.</translation>
    </message>
</context>
<context>
    <name>EmptyImages</name>
    <message>
        <source>For data that are images</source>
        <translation>이미지 데이터를 위한 화면</translation>
    </message>
    <message>
        <source>With images of several classes you see here what the network makes of each of them, what every neuron of the first layer looks for, and you can draw an image of your own that is classified as you draw. Open the preset of handwritten digits, or images of your own in MNIST&apos;s format.</source>
        <translation>여러 클래스의 이미지가 있으면 신경망이 이미지마다 무엇으로 보는지, 첫째 층의 뉴런이 저마다 무엇을 찾는지 여기에서 볼 수 있습니다. 직접 그린 이미지를 그리는 동안 바로 분류해 볼 수도 있습니다. 손글씨 숫자 프리셋이나 MNIST 형식의 내 이미지를 여십시오.</translation>
    </message>
    <message>
        <source>Open handwritten digits</source>
        <translation>손글씨 숫자 열기</translation>
    </message>
    <message>
        <source>Open the preset; Undo brings the present experiment back.</source>
        <translation>프리셋을 엽니다. 실행 취소로 지금 실험을 되돌립니다.</translation>
    </message>
</context>
<context>
    <name>EntryReadout</name>
    <message>
        <source>analytic</source>
        <translation>해석적</translation>
    </message>
    <message>
        <source>numerical</source>
        <translation>수치적</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>상대 오차</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>아직 계산 전</translation>
    </message>
    <message>
        <source>Point at a cell to read its exact numbers.</source>
        <translation>칸을 가리키면 정확한 값을 보여 줍니다.</translation>
    </message>
    <message>
        <source>at a kink: not judged</source>
        <translation>꺾임점: 판정하지 않음</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>불일치</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>일치</translation>
    </message>
    <message>
        <source>lost in rounding: not judged</source>
        <translation>반올림에 묻힘: 판정하지 않음</translation>
    </message>
</context>
<context>
    <name>ErrorCurve</name>
    <message>
        <source>Error against ε</source>
        <translation>ε에 따른 오차</translation>
    </message>
    <message>
        <source>mean |analytic − numerical|</source>
        <translation>평균 |해석적 − 수치적|</translation>
    </message>
    <message>
        <source>The error for every ε from 1e-1 to 1e-12 appears here.</source>
        <translation>1e-1부터 1e-12까지 ε에 따른 오차가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>round-off, ∝ 1/ε
← 16 digits run out</source>
        <translation>반올림 오차, ∝ 1/ε
← 16자리가 모자람</translation>
    </message>
    <message>
        <source>truncation, ∝ ε²
the slope bends →</source>
        <translation>절단 오차, ∝ ε²
기울기가 휨 →</translation>
    </message>
    <message>
        <source>ε = {epsilon} lies at the bottom of the V: small enough for the slope, large enough for 16 digits.</source>
        <translation>ε = {epsilon}: V자의 바닥에 있습니다. 기울기를 보기에 충분히 작고, 16자리로 계산하기에 충분히 큽니다.</translation>
    </message>
    <message>
        <source>ε = {epsilon} lies on the right branch: within ±ε the cost bends, and the error grows with ε².</source>
        <translation>ε = {epsilon}: V자의 오른쪽에 있습니다. ±ε 안에서 비용이 휘고, 오차는 ε²에 비례해 커집니다.</translation>
    </message>
    <message>
        <source>ε = {epsilon} lies on the left branch: the two costs share nearly all of their 16 digits, and the rounding of the last one is divided by 2ε.</source>
        <translation>ε = {epsilon}: V자의 왼쪽에 있습니다. 두 비용의 16자리가 거의 같아서, 마지막 자리의 반올림 오차를 2ε로 나눈 값이 커집니다.</translation>
    </message>
    <message>
        <source>ε = {epsilon}: mean |difference| of {n} parameters {error}</source>
        <translation>ε = {epsilon}: 매개변수 {n}개의 평균 |차이| {error}</translation>
    </message>
    <message>
        <source>No ε brings the error down: neither rounding nor truncation looks like this, a wrong derivative does.</source>
        <translation>어떤 ε로도 오차가 줄지 않습니다. 반올림이나 절단 오차는 이런 모양이 아니며, 틀린 도함수가 이런 모양입니다.</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>Why:</source>
        <translation>까닭:</translation>
    </message>
    <message>
        <source>Try:</source>
        <translation>해 볼 것:</translation>
    </message>
</context>
<context>
    <name>ExactBox</name>
    <message>
        <source>Not a whole number; still {kept}.</source>
        <translation>정수가 아닙니다. {kept} 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Not a number; still {kept}.</source>
        <translation>수가 아닙니다. {kept} 그대로 둡니다.</translation>
    </message>
    <message>
        <source>From {low} to {high}; still {kept}.</source>
        <translation>범위는 {low} ~ {high}입니다. {kept} 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>ExampleChooser</name>
    <message>
        <source>the next mini-batch</source>
        <translation>다음 미니배치</translation>
    </message>
    <message>
        <source>one training example</source>
        <translation>훈련 샘플 하나</translation>
    </message>
    <message>
        <source>What to walk through the network</source>
        <translation>단계별로 볼 대상</translation>
    </message>
    <message>
        <source>Follow the mini-batch that training would take next, or one example alone.</source>
        <translation>학습이 다음에 쓸 미니배치를 따라가거나, 샘플 하나만 따라갑니다.</translation>
    </message>
    <message>
        <source>Training example</source>
        <translation>훈련 샘플</translation>
    </message>
    <message>
        <source>The number of the training example, from 1.</source>
        <translation>훈련 샘플의 번호이며 1부터 셉니다.</translation>
    </message>
    <message>
        <source>New walk</source>
        <translation>새 단계별 보기</translation>
    </message>
    <message>
        <source>Walk through an update of the network as it is now.</source>
        <translation>지금 신경망의 업데이트를 단계별로 봅니다.</translation>
    </message>
    <message>
        <source>Apply this update</source>
        <translation>이 업데이트 적용</translation>
    </message>
    <message>
        <source>Make the update that this walk shows; Undo takes it back.</source>
        <translation>여기서 본 업데이트를 실제로 적용합니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>{inputs} → target {targets}</source>
        <translation>{inputs} → 정답 {targets}</translation>
    </message>
    <message>
        <source>{target}, standardized {learned}</source>
        <translation>{target}, 표준화하면 {learned}</translation>
    </message>
    <message>
        <source>X: what the network sees, standardized</source>
        <translation>X: 신경망이 보는 표준화된 값</translation>
    </message>
    <message>
        <source>{inputs} (standardized {seen})</source>
        <translation>{inputs} (표준화하면 {seen})</translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>Click to walk through training example {number} in Backprop.</source>
        <translation>클릭하면 역전파 화면에서 훈련 샘플 {number}번을 단계별로 봅니다.</translation>
    </message>
    <message>
        <source>A test example: training never sees it, so there is no update to walk through.</source>
        <translation>테스트 샘플입니다. 학습에 쓰지 않으므로 단계별로 볼 업데이트가 없습니다.</translation>
    </message>
</context>
<context>
    <name>ExampleTable</name>
    <message>
        <source>No example passes the filters above.</source>
        <translation>위의 조건에 맞는 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>One row for each example: Enter walks through a training example in Backprop.</source>
        <translation>샘플마다 한 행입니다. Enter를 누르면 역전파 화면에서 훈련 샘플을 단계별로 봅니다.</translation>
    </message>
    <message>
        <source>All {count} inputs</source>
        <translation>입력 {count}개 모두</translation>
    </message>
    <message>
        <source>Walk through it in Backprop</source>
        <translation>역전파에서 단계별 보기</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
</context>
<context>
    <name>ExplanationCard</name>
    <message>
        <source>Why is this zero?</source>
        <translation>왜 0입니까?</translation>
    </message>
    <message>
        <source>Find the factor that makes this number zero</source>
        <translation>이 수를 0으로 만드는 인수를 찾습니다</translation>
    </message>
    <message>
        <source>The same as a line of numpy; A0 is X</source>
        <translation>같은 계산을 하는 numpy 한 줄입니다. A0은 X입니다</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… 그 밖에 {count}개</translation>
    </message>
    <message>
        <source>How this number came about</source>
        <translation>이 값이 나온 과정</translation>
    </message>
    <message>
        <source>Click any number above to see how it came about, term by term.</source>
        <translation>위의 값을 클릭하면 그 값이 나온 과정을 항별로 봅니다.</translation>
    </message>
    <message>
        <source>Point at a term to see the numbers it is made of.</source>
        <translation>항을 가리키면 그 항을 이루는 값을 봅니다.</translation>
    </message>
    <message>
        <source>outlined above: {cells}</source>
        <translation>위에 테두리로 표시: {cells}</translation>
    </message>
    <message>
        <source>not shown at this step: {cells}</source>
        <translation>이 단계에 없음: {cells}</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Settings copied as text; paste them in another copy of the program, a letter or a chat</source>
        <translation>설정을 텍스트로 복사했습니다. 이 프로그램의 다른 창이나 메일, 대화창에 붙여 넣을 수 있습니다</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>내보냈습니다: {path}</translation>
    </message>
    <message>
        <source>Expor&amp;t</source>
        <translation>내보내기(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Numbers of the landscape</source>
        <translation>비용 지형의 값</translation>
    </message>
</context>
<context>
    <name>FeaturePanel</name>
    <message>
        <source>The network sees every feature standardized: minus its mean, divided by its spread.</source>
        <translation>신경망은 모든 특성을 표준화해서 봅니다. 평균을 빼고 표준편차로 나눕니다.</translation>
    </message>
    <message>
        <source>The network sees {formula}.</source>
        <translation>신경망이 보는 것은 {formula}입니다.</translation>
    </message>
    <message>
        <source>The last feature: a network needs one at least.</source>
        <translation>마지막 특성입니다. 신경망에는 특성이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>The input {name}, named {column}.</source>
        <translation>입력 {name}, 열 이름은 {column}입니다.</translation>
    </message>
    <message>
        <source>A formula of your own; the cross or Delete takes it off the list.</source>
        <translation>직접 만든 수식입니다. ✕나 Delete로 목록에서 뺍니다.</translation>
    </message>
    <message>
        <source>The network has this feature already.</source>
        <translation>신경망에 이미 있는 특성입니다.</translation>
    </message>
    <message>
        <source>It has no value for the example with {values}.</source>
        <translation>{values}인 샘플에서 값이 없습니다.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특성</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Found</source>
        <translation>찾은 것</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Show me: preset {}</source>
        <translation>보기: 프리셋 {}</translation>
    </message>
    <message>
        <source>Open the preset that shows this; Undo brings the present one back.</source>
        <translation>이 현상을 보여 주는 프리셋을 엽니다. 실행 취소로 지금 것을 되돌립니다.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>해 보기</translation>
    </message>
    <message>
        <source>Begin again from the first weights with these settings; Undo brings this run back.</source>
        <translation>이 설정으로 처음 가중치부터 다시 시작합니다. 실행 취소하면 지금 실행이 돌아옵니다.</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>진단 결과</translation>
    </message>
</context>
<context>
    <name>FirstMinute</name>
    <message>
        <source>New here? Three ways to begin:</source>
        <translation>처음이십니까? 시작하는 세 가지 방법:</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>Follow one weight</source>
        <translation>가중치 하나 따라가기</translation>
    </message>
    <message>
        <source>Start the course</source>
        <translation>과정 시작</translation>
    </message>
</context>
<context>
    <name>FlowDiagram</name>
    <message>
        <source>Where in the network this step works</source>
        <translation>이 단계가 신경망에서 일어나는 곳</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>layer {number}</source>
        <translation>{number}층</translation>
    </message>
    <message>
        <source>numbers of example {number}</source>
        <translation>샘플 {number}의 값</translation>
    </message>
    <message>
        <source>numbers of one example</source>
        <translation>샘플 하나의 값</translation>
    </message>
    <message>
        <source>means of {m} examples</source>
        <translation>샘플 {m}개의 평균</translation>
    </message>
    <message>
        <source>Colour and number of a neuron: its activation for this example. Ring: its gradient dZ. Hatched: not computed yet.</source>
        <translation>뉴런의 색과 숫자는 이 샘플에 대한 활성값입니다. 테두리는 그래디언트 dZ이고, 빗금은 아직 계산하지 않았다는 뜻입니다.</translation>
    </message>
    <message>
        <source>Colour and number of a neuron: its mean activation over the mini-batch. Ring: its mean gradient dZ. Hatched: not computed yet.</source>
        <translation>뉴런의 색과 숫자는 미니배치에 대한 평균 활성값입니다. 테두리는 평균 그래디언트 dZ이고, 빗금은 아직 계산하지 않았다는 뜻입니다.</translation>
    </message>
</context>
<context>
    <name>FollowDiagram</name>
    <message>
        <source>The paths of the weight through the network</source>
        <translation>신경망에서 이 가중치가 지나는 경로</translation>
    </message>
    <message>
        <source>{name} = {value}; click to follow it</source>
        <translation>{name} = {value}; 클릭하면 이 가중치를 따라갑니다</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>layer {number}</source>
        <translation>{number}층</translation>
    </message>
</context>
<context>
    <name>FollowPanel</name>
    <message>
        <source>Layer of the weight</source>
        <translation>가중치의 층</translation>
    </message>
    <message>
        <source>The layer that the weight leads to, from 1.</source>
        <translation>가중치가 들어가는 층입니다. 1부터 셉니다.</translation>
    </message>
    <message>
        <source>To neuron</source>
        <translation>도착 뉴런</translation>
    </message>
    <message>
        <source>The neuron that the weight leads to, its row in W.</source>
        <translation>가중치가 들어가는 뉴런, 곧 W의 행입니다.</translation>
    </message>
    <message>
        <source>From neuron</source>
        <translation>출발 뉴런</translation>
    </message>
    <message>
        <source>The neuron it comes from, its column in W.</source>
        <translation>가중치가 나오는 뉴런, 곧 W의 열입니다.</translation>
    </message>
    <message>
        <source>Follow it through the mini-batch that training would take next, or through one example alone.</source>
        <translation>학습이 다음에 쓸 미니배치로 따라갈지, 샘플 하나만으로 따라갈지 고릅니다.</translation>
    </message>
    <message>
        <source>What is followed</source>
        <translation>무엇으로 따라갈지</translation>
    </message>
    <message>
        <source>the next mini-batch</source>
        <translation>다음 미니배치</translation>
    </message>
    <message>
        <source>one training example</source>
        <translation>훈련 샘플 하나</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Whose paths are drawn, from 1.</source>
        <translation>경로를 그릴 샘플입니다. 1부터 셉니다.</translation>
    </message>
    <message>
        <source>Go to the step of the walk that computes this gradient</source>
        <translation>이 그래디언트를 계산하는 단계로 갑니다</translation>
    </message>
    <message>
        <source>In the walk</source>
        <translation>단계별 보기로</translation>
    </message>
    <message>
        <source>Something is to be found first; then the weight is followed here.</source>
        <translation>먼저 답을 찾아야 합니다. 그다음 여기에서 가중치를 따라갑니다.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>to</source>
        <translation>도착 뉴런</translation>
    </message>
    <message>
        <source>from</source>
        <translation>출발 뉴런</translation>
    </message>
    <message>
        <source>example</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>How does the cost answer to this weight? One path: its factors multiply.</source>
        <translation>이 가중치에 비용은 어떻게 반응합니까? 경로 하나: 인수를 곱합니다.</translation>
    </message>
    <message>
        <source>How does the cost answer to this weight? {count} paths: factors multiply, paths add up.</source>
        <translation>이 가중치에 비용은 어떻게 반응합니까? 경로 {count}개: 인수는 곱하고 경로는 더합니다.</translation>
    </message>
    <message>
        <source>{count} paths, gathered in dZ: each product is one neuron of layer {layer} with all the paths behind it.</source>
        <translation>경로 {count}개를 dZ에 모았습니다. 곱 하나는 {layer}층의 뉴런 하나와 그 뒤의 모든 경로입니다.</translation>
    </message>
    <message>
        <source>That is example {example} of {m}. The mean over all {m}: {name} = {value}</source>
        <translation>샘플 {m}개 중 {example}번째입니다. {m}개의 평균: {name} = {value}</translation>
    </message>
    <message>
        <source>{weight}: {before} → {after}     cost of this example: {cost} → {cost_after}</source>
        <translation>{weight}: {before} → {after}     이 샘플의 비용: {cost} → {cost_after}</translation>
    </message>
    <message>
        <source>{weight}: {before} → {after}     mean cost of these examples: {cost} → {cost_after}</source>
        <translation>{weight}: {before} → {after}     이 샘플들의 평균 비용: {cost} → {cost_after}</translation>
    </message>
</context>
<context>
    <name>FormulaColumn</name>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>INPUTS</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>One or several lines name = expression, with + − * / ** @, functions such as exp, sin, sigmoid, softmax, max, dot, arrays [1, 2] and their components u[1]; # begins a comment.</source>
        <translation>&apos;이름 = 식&apos;을 한 줄이나 여러 줄로 씁니다. + − * / ** @, exp, sin, sigmoid, softmax, max, dot 같은 함수, 배열 [1, 2]와 그 성분 u[1]을 쓸 수 있고, # 뒤는 주석입니다.</translation>
    </message>
</context>
<context>
    <name>FormulaEntry</name>
    <message>
        <source>A comparison such as sin(x1) &gt; x2 draws two classes; any other formula, such as x1*x2 + noise, numbers to predict. Inputs are x1, x2 … up to x10.</source>
        <translation>sin(x1) &gt; x2와 같은 비교는 두 클래스를, x1*x2 + noise와 같은 다른 수식은 예측할 숫자를 만듭니다. 입력은 x1, x2 … x10까지입니다.</translation>
    </message>
    <message>
        <source>Formula of the data</source>
        <translation>데이터의 수식</translation>
    </message>
    <message>
        <source>Formula, e.g. {example}</source>
        <translation>수식(예: {example})</translation>
    </message>
    <message>
        <source>Every input is drawn evenly from this range.</source>
        <translation>모든 입력을 이 범위에서 고르게 뽑습니다.</translation>
    </message>
    <message>
        <source>Start of the range</source>
        <translation>범위의 시작</translation>
    </message>
    <message>
        <source>End of the range</source>
        <translation>범위의 끝</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Draw examples by this formula.</source>
        <translation>이 수식으로 샘플을 만듭니다.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
</context>
<context>
    <name>FormulaLine</name>
    <message>
        <source>Another one, e.g. x1 * sin(x2)</source>
        <translation>새 수식, 예: x1 * sin(x2)</translation>
    </message>
    <message>
        <source>New feature</source>
        <translation>새 특성</translation>
    </message>
    <message>
        <source>Any formula of the inputs x1, x2 …, with + − * / ** and functions such as sin.</source>
        <translation>입력 x1, x2 …로 만든 수식입니다. + − * / **와 sin 같은 함수를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add the typed formula as a feature.</source>
        <translation>입력한 수식을 특성으로 추가합니다.</translation>
    </message>
    <message>
        <source>Formulas name the inputs x1, x2 … in the order of the data.</source>
        <translation>수식에서 입력은 데이터의 차례대로 x1, x2 …라고 씁니다.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Glossary</source>
        <translation>용어집</translation>
    </message>
    <message>
        <source>A letter or term …</source>
        <translation>기호나 용어 …</translation>
    </message>
</context>
<context>
    <name>GradientFormsPanel</name>
    <message>
        <source>An update is being prepared …</source>
        <translation>업데이트를 준비하는 중 …</translation>
    </message>
    <message>
        <source>This layer is too large for the sum over all paths; the shapes above still multiply out.</source>
        <translation>이 층은 너무 커서 모든 경로를 더할 수 없지만, 위의 모양은 여전히 곱해집니다.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Whose weights&apos; gradient is computed.</source>
        <translation>어느 층의 가중치 그래디언트를 계산할지 고릅니다.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Which example&apos;s paths and local Jacobians are shown.</source>
        <translation>어느 샘플의 경로와 국소 야코비 행렬을 보일지 고릅니다.</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Examples are</source>
        <translation>샘플은</translation>
    </message>
    <message>
        <source>The chain of Jacobians, from the cost to the weights: shapes multiply</source>
        <translation>비용에서 가중치까지 이어지는 야코비 행렬의 곱: 모양이 서로 맞물림</translation>
    </message>
    <message>
        <source>With dropout these three ways are shown of the output layer only.</source>
        <translation>드롭아웃을 쓰면 이 세 가지 방법은 출력층만 표시됩니다.</translation>
    </message>
    <message>
        <source>Layer {number}  (W is {shape})</source>
        <translation>{number}층  (W: {shape})</translation>
    </message>
    <message>
        <source>largest difference {difference}</source>
        <translation>가장 큰 차이 {difference}</translation>
    </message>
    <message>
        <source>Listed: the {paths} paths of example {example}; above: the mean over all {m}.</source>
        <translation>아래는 샘플 {example}의 경로 {paths}개, 위는 샘플 {m}개의 평균입니다.</translation>
    </message>
    <message>
        <source>Listed: the one path of example {example}; above: the mean over all {m}.</source>
        <translation>아래는 샘플 {example}의 경로 하나, 위는 샘플 {m}개의 평균입니다.</translation>
    </message>
    <message>
        <source>The only example&apos;s paths: {paths}.</source>
        <translation>샘플이 하나이며 경로는 {paths}개입니다.</translation>
    </message>
    <message>
        <source>Column vectors: each example is a column, Z = W A + b.</source>
        <translation>열벡터 표기입니다. 샘플마다 한 열이며 Z = W A + b로 씁니다.</translation>
    </message>
    <message>
        <source>Row vectors: each example is a row, d = n W + b.</source>
        <translation>행벡터 표기입니다. 샘플마다 한 행이며 d = n W + b로 씁니다.</translation>
    </message>
    <message>
        <source>The chain of Jacobians, from the weights to the cost: shapes multiply</source>
        <translation>가중치에서 비용까지 이어지는 야코비 행렬의 곱: 모양이 서로 맞물림</translation>
    </message>
    <message>
        <source>Local Jacobians {quotient} of this layer and those above, for example {example}</source>
        <translation>이 층과 그 위 층들의 국소 야코비 행렬 {quotient} (샘플 {example})</translation>
    </message>
    <message>
        <source>This gradient is to be found first; then it is shown here.</source>
        <translation>먼저 직접 구할 그래디언트입니다. 구하고 나면 여기에 보입니다.</translation>
    </message>
</context>
<context>
    <name>GraphScene</name>
    <message>
        <source>undefined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>{name}: its value is not computed yet</source>
        <translation>{name}: 값은 아직 계산하지 않음</translation>
    </message>
    <message>
        <source>{name} = {value}; its gradient is not computed yet</source>
        <translation>{name} = {value}, 그래디언트는 아직 계산하지 않음</translation>
    </message>
    <message>
        <source>{name} = {value}, gradient {gradient}</source>
        <translation>{name} = {value}, 그래디언트 {gradient}</translation>
    </message>
    <message>
        <source>{source} → {target}: click for the Jacobian</source>
        <translation>{source} → {target}: 클릭하면 야코비 행렬 보기</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>그래디언트</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>Type a formula to see its graph</source>
        <translation>수식을 입력하면 그래프가 나타납니다</translation>
    </message>
    <message>
        <source>Right and left arrow step through the forward and the backward pass, up and down choose a gate, Enter folds it or takes it apart.</source>
        <translation>오른쪽과 왼쪽 화살표로 순전파와 역전파를 한 단계씩 옮기고, 위아래 화살표로 게이트를 고르며, Enter로 접거나 펼칩니다.</translation>
    </message>
</context>
<context>
    <name>GridKey</name>
    <message>
        <source>The grid in the input</source>
        <translation>입력의 격자</translation>
    </message>
    <message>
        <source>The grid as it lies in the input: each line keeps its colour in every layer.</source>
        <translation>입력에 놓인 격자입니다. 선마다 어느 층에서나 같은 색을 씁니다.</translation>
    </message>
</context>
<context>
    <name>HeaderBand</name>
    <message>
        <source>+ Layer</source>
        <translation>+ 층</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>Choose features</source>
        <translation>특성 고르기</translation>
    </message>
    <message>
        <source>Choose what the network sees: the inputs, their squares, products, waves, or any formula.</source>
        <translation>신경망이 무엇을 볼지 고릅니다. 입력과 그 제곱, 곱, 물결, 또는 어떤 수식이든 됩니다.</translation>
    </message>
    <message>
        <source>Output activation: {label}</source>
        <translation>출력 활성화 함수: {label}</translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation>출력 활성화 함수</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>{number}층</translation>
    </message>
    <message>
        <source>Layer {number}: 1 neuron, {label}</source>
        <translation>{number}층: 뉴런 1개, {label}</translation>
    </message>
    <message>
        <source>Layer {number}: {units} neurons, {label}</source>
        <translation>{number}층: 뉴런 {units}개, {label}</translation>
    </message>
    <message>
        <source>Add layer {number}</source>
        <translation>{number}층 추가</translation>
    </message>
    <message>
        <source>A network here has {maximum} hidden layers at most.</source>
        <translation>은닉층은 {maximum}개까지 둘 수 있습니다.</translation>
    </message>
    <message>
        <source>Add a hidden layer here.</source>
        <translation>여기에 은닉층을 추가합니다.</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>Cost before and after the update</source>
        <translation>업데이트 전과 후의 비용</translation>
    </message>
    <message>
        <source>An update is being prepared …</source>
        <translation>업데이트를 준비하는 중 …</translation>
    </message>
    <message>
        <source>{number}/{count}  {title}</source>
        <translation>{number}/{count}  {title}</translation>
    </message>
    <message>
        <source>cost before</source>
        <translation>이전 비용</translation>
    </message>
    <message>
        <source>cost after</source>
        <translation>이후 비용</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차</translation>
    </message>
    <message>
        <source>cost: not computed yet</source>
        <translation>비용: 아직 계산 전</translation>
    </message>
    <message>
        <source>cost {before}</source>
        <translation>비용 {before}</translation>
    </message>
    <message>
        <source>cost {before} → {after} ({difference})</source>
        <translation>비용 {before} → {after} ({difference})</translation>
    </message>
</context>
<context>
    <name>HealthPages</name>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>How each layer is doing, and what is wrong, if something is.</source>
        <translation>각 층의 상태와, 문제가 있다면 무엇이 문제인지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Histograms of each layer&apos;s weights over the epochs.</source>
        <translation>에포크에 따른 각 층 가중치의 히스토그램입니다.</translation>
    </message>
    <message>
        <source>Histograms of each layer&apos;s activations over the epochs.</source>
        <translation>에포크에 따른 각 층 활성값의 히스토그램입니다.</translation>
    </message>
    <message>
        <source>Histograms of each layer&apos;s gradients over the epochs.</source>
        <translation>에포크에 따른 각 층 그래디언트의 히스토그램입니다.</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>What the network comes to without each of its neurons.</source>
        <translation>뉴런을 하나씩 껐을 때 신경망이 어떻게 되는지 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>Click to plot it over the epochs.</source>
        <translation>클릭하면 에포크에 따라 그립니다.</translation>
    </message>
    <message>
        <source>Nothing to judge yet: run the training to see how the layers are doing.</source>
        <translation>아직 진단할 것이 없습니다. 학습을 시작하면 층의 상태를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>layer {layer}: {quantity} {value}</source>
        <translation>{layer}층: {quantity} {value}</translation>
    </message>
</context>
<context>
    <name>HeatmapCanvas</name>
    <message>
        <source>Heatmaps of every layer</source>
        <translation>층별 히트맵</translation>
    </message>
    <message>
        <source>{name}: not computed yet</source>
        <translation>{name}: 아직 계산 전</translation>
    </message>
    <message>
        <source>The value of the cell under the mouse, and the ends of the colours.</source>
        <translation>마우스가 가리키는 칸의 값과 색의 양쪽 끝 값입니다.</translation>
    </message>
    <message>
        <source>Arrow keys choose a weight or bias, Enter opens it, Escape lets go.</source>
        <translation>방향키로 가중치나 편향을 고르고, Enter로 열고, Esc로 선택을 풉니다.</translation>
    </message>
    <message>
        <source>The norm of each layer&apos;s gradient dW and db; its bar is logarithmic, from 1e-8 to 100.</source>
        <translation>층마다 그래디언트 dW와 db의 노름입니다. 막대는 1e-8부터 100까지 로그 눈금입니다.</translation>
    </message>
    <message>
        <source>press → for the first gradient</source>
        <translation>→ 키를 누르면 첫 그래디언트가 나옵니다</translation>
    </message>
    <message>
        <source>Follow this weight</source>
        <translation>이 가중치 따라가기</translation>
    </message>
</context>
<context>
    <name>HeatmapView</name>
    <message>
        <source>{layer}, {activation}: {shape} weights, then one bias.</source>
        <translation>{layer}, {activation}: 가중치 {shape}, 그 옆은 편향 하나입니다.</translation>
    </message>
    <message>
        <source>{layer}, {activation}: {shape} weights, then a column of {rows} biases.</source>
        <translation>{layer}, {activation}: 가중치 {shape}, 그 옆의 한 열은 편향 {rows}개입니다.</translation>
    </message>
    <message>
        <source>Each drawn cell shows the strongest of {block} weights.</source>
        <translation>한 칸은 가중치 {block} 가운데 가장 강한 값을 보입니다.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>{layer}층</translation>
    </message>
    <message>
        <source>strongest of {block}</source>
        <translation>{block} 중 최대</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Range of the colours</source>
        <translation>색의 범위</translation>
    </message>
    <message>
        <source>Which value gets the strongest colour.</source>
        <translation>어떤 값에 가장 진한 색을 줄지 정합니다.</translation>
    </message>
    <message>
        <source>Bound of the fixed range</source>
        <translation>고정 범위의 끝 값</translation>
    </message>
    <message>
        <source>The value that gets the strongest colour when the range is fixed.</source>
        <translation>범위를 고정했을 때 가장 진한 색을 받는 값입니다.</translation>
    </message>
</context>
<context>
    <name>HistogramCanvas</name>
    <message>
        <source>Histograms of the layers over the epochs</source>
        <translation>에포크에 따른 층별 히스토그램</translation>
    </message>
    <message>
        <source>Arrow keys go from bin to bin, Enter goes to the epoch.</source>
        <translation>방향키로 구간을 옮기고, Enter로 그 에포크로 갑니다.</translation>
    </message>
    <message>
        <source>layer {layer}, epoch {epoch}, {values}</source>
        <translation>{layer}층, 에포크 {epoch}, {values}</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>from</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>to</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>Layer {layer}: {count}</source>
        <translation>{layer}층: {count}개</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} ~ {high}</translation>
    </message>
</context>
<context>
    <name>HistogramPanel</name>
    <message>
        <source>Which share of the numbers</source>
        <translation>전체 값 중 비율</translation>
    </message>
    <message>
        <source>The recorded epochs are counted …</source>
        <translation>기록된 에포크를 세고 있습니다…</translation>
    </message>
    <message>
        <source>What the neurons give for {n} training examples. A click goes to the epoch.</source>
        <translation>훈련 샘플 {n}개에 대한 뉴런의 활성값입니다. 클릭하면 그 에포크로 갑니다.</translation>
    </message>
    <message>
        <source>The size of each weight&apos;s gradient in the last update. A click goes to the epoch.</source>
        <translation>마지막 업데이트에서 각 가중치 그래디언트의 크기입니다. 클릭하면 그 에포크로 갑니다.</translation>
    </message>
    <message>
        <source>The weights at each recorded epoch. A click goes there.</source>
        <translation>기록된 각 에포크의 가중치입니다. 클릭하면 그 에포크로 갑니다.</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>How much of the table is read</source>
        <translation>표를 읽은 정도</translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>이 데이터로 학습</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Looking at the table …</source>
        <translation>표를 살펴보는 중 …</translation>
    </message>
    <message>
        <source>What is good to know about the table</source>
        <translation>표에 대해 알아 둘 점</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Pasted table {number}</source>
        <translation>붙여 넣은 표 {number}</translation>
    </message>
    <message>
        <source>There is no text on the clipboard; copy some cells of a table first.</source>
        <translation>클립보드에 텍스트가 없습니다. 먼저 표의 칸을 복사하십시오.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Training on {name}</source>
        <translation>훈련 데이터: {name}</translation>
    </message>
    <message>
        <source>Reading {name}: {percent}%</source>
        <translation>{name} 읽는 중: {percent}%</translation>
    </message>
</context>
<context>
    <name>InputList</name>
    <message>
        <source>The input {name}, named {column}.</source>
        <translation>입력 {name}, 열 이름은 {column}입니다.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Let the network see all inputs that are listed.</source>
        <translation>목록에 있는 입력을 신경망에 모두 보입니다.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Take away all inputs that are listed; the network keeps one feature at least.</source>
        <translation>목록에 있는 입력을 모두 뺍니다. 특성은 하나 이상 남습니다.</translation>
    </message>
    <message>
        <source>Search inputs</source>
        <translation>입력 찾기</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>{ticked} of {count} inputs</source>
        <translation>입력 {count}개 중 {ticked}개</translation>
    </message>
</context>
<context>
    <name>InputRow</name>
    <message>
        <source>Drag to change {name}.</source>
        <translation>끌어서 {name}의 값을 바꿉니다.</translation>
    </message>
    <message>
        <source>The value of {name}: a number such as −2 or pi/4, a vector [1, 2] or linspace(-1, 1, 5), or a matrix [[1, 2], [3, 4]].</source>
        <translation>{name}의 값입니다. −2나 pi/4 같은 수, [1, 2]나 linspace(-1, 1, 5) 같은 벡터, [[1, 2], [3, 4]] 같은 행렬을 쓸 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>An empty sheet. Click for a point, or drag to spray many.</source>
        <translation>빈 종이입니다. 클릭하면 점 하나를 찍고, 끌면 여러 점을 뿌립니다.</translation>
    </message>
</context>
<context>
    <name>LandscapeHeader</name>
    <message>
        <source>Other directions</source>
        <translation>다른 방향</translation>
    </message>
    <message>
        <source>Draw two other random directions.</source>
        <translation>무작위 방향 두 개를 다시 뽑습니다.</translation>
    </message>
    <message>
        <source>One learning rate for all</source>
        <translation>모두 같은 학습률</translation>
    </message>
    <message>
        <source>Let every optimizer take this session&apos;s rate.</source>
        <translation>모든 옵티마이저가 이 세션의 학습률을 씁니다.</translation>
    </message>
    <message>
        <source>two random directions through the weights as they are</source>
        <translation>지금 가중치를 지나는 무작위 방향 둘</translation>
    </message>
    <message>
        <source>the plane in which training has moved the weights most</source>
        <translation>학습이 가중치를 가장 많이 옮긴 평면</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Draw equal factors of the cost as equal steps.</source>
        <translation>비용의 같은 배수를 같은 간격으로 그립니다.</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>등고선</translation>
    </message>
    <message>
        <source>Draw lines of equal cost.</source>
        <translation>비용이 같은 곳을 선으로 잇습니다.</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>규제 항</translation>
    </message>
    <message>
        <source>Draw the cost with the penalty of the weights too.</source>
        <translation>가중치의 규제 항을 더한 비용도 그립니다.</translation>
    </message>
    <message>
        <source>Same length</source>
        <translation>같은 길이로</translation>
    </message>
    <message>
        <source>Draw all arrows equally long: only where they point.</source>
        <translation>화살표를 모두 같은 길이로 그려 방향만 보입니다.</translation>
    </message>
    <message>
        <source>the learning rate of this session</source>
        <translation>이 세션의 학습률</translation>
    </message>
    <message>
        <source>its own for the optimizer of this session, their usual ones for the others</source>
        <translation>이 세션의 옵티마이저는 지금 학습률, 나머지는 각자의 기본값</translation>
    </message>
    <message>
        <source>or click a weight in Train</source>
        <translation>또는 학습 화면에서 가중치 클릭</translation>
    </message>
</context>
<context>
    <name>LandscapePlot</name>
    <message>
        <source>A click, or the arrow keys and Return, moves the weights; the wheel zooms, Home shows everything.</source>
        <translation>클릭하거나 방향키와 Enter를 쓰면 가중치가 옮겨집니다. 휠은 확대, Home은 전체 보기입니다.</translation>
    </message>
</context>
<context>
    <name>LandscapeView</name>
    <message>
        <source>weight now</source>
        <translation>지금 가중치</translation>
    </message>
    <message>
        <source>cost now</source>
        <translation>지금 비용</translation>
    </message>
    <message>
        <source>cost + penalty</source>
        <translation>비용 + 규제 항</translation>
    </message>
    <message>
        <source>slope ∂C/∂w</source>
        <translation>기울기 ∂C/∂w</translation>
    </message>
    <message>
        <source>cost after it</source>
        <translation>그다음 비용</translation>
    </message>
    <message>
        <source>local minima</source>
        <translation>극소점</translation>
    </message>
    <message>
        <source>none here</source>
        <translation>여기에 없음</translation>
    </message>
    <message>
        <source>{} more, less deep</source>
        <translation>그 밖에 {}개 (더 얕음)</translation>
    </message>
    <message>
        <source>weights now: cost</source>
        <translation>지금 비용</translation>
    </message>
    <message>
        <source>lowest here: cost</source>
        <translation>여기서 최저 비용</translation>
    </message>
    <message>
        <source>start of the path</source>
        <translation>경로의 시작</translation>
    </message>
    <message>
        <source>path of training</source>
        <translation>학습 경로</translation>
    </message>
    <message>
        <source>{} explains</source>
        <translation>{}의 설명력</translation>
    </message>
    <message>
        <source>next steps, by their numbers</source>
        <translation>다음 스텝 (번호는 표와 같음)</translation>
    </message>
    <message>
        <source>Nothing to look at yet: it appears with the first frame.</source>
        <translation>아직 볼 것이 없습니다. 첫 화면과 함께 나타납니다.</translation>
    </message>
    <message>
        <source>{} (random direction)</source>
        <translation>{} (무작위 방향)</translation>
    </message>
    <message>
        <source>{} (principal component)</source>
        <translation>{} (주성분)</translation>
    </message>
    <message>
        <source>{} (main direction of the steps)</source>
        <translation>{} (스텝들의 주된 방향)</translation>
    </message>
    <message>
        <source>Out of date: the weights have changed since.</source>
        <translation>지난 그림입니다. 그사이 가중치가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Out of date: computed at update {:,}, now {:,}.</source>
        <translation>지난 그림입니다. 업데이트 {:,}에서 계산했고 지금은 {:,}입니다.</translation>
    </message>
    <message>
        <source>No path yet: train for a few epochs, and the plane it moves in appears here.</source>
        <translation>아직 경로가 없습니다. 몇 에포크 학습하면 경로가 놓인 평면이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>This network is too large for its path to be kept; the other ways to look still work.</source>
        <translation>신경망이 너무 커서 경로를 간직하지 않습니다. 다른 방법으로는 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>No optimizer would move: the gradient of the next mini-batch is 0 here.</source>
        <translation>움직이는 옵티마이저가 없습니다. 여기서는 다음 미니배치의 그래디언트가 0입니다.</translation>
    </message>
    <message>
        <source>The weights are too large to draw a plane through them. Reset, or begin with smaller weights.</source>
        <translation>가중치가 너무 커서 평면을 그릴 수 없습니다. 처음으로 되돌리거나 더 작은 가중치로 시작하십시오.</translation>
    </message>
    <message>
        <source>Canceled before there was anything to see.</source>
        <translation>볼 것이 나오기 전에 취소했습니다.</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>계산 중 …</translation>
    </message>
    <message>
        <source>Canceled: the picture is not complete.</source>
        <translation>취소해서 그림이 완전하지 않습니다.</translation>
    </message>
    <message>
        <source>Pause first: the weights move on.</source>
        <translation>먼저 일시 정지하십시오. 가중치가 계속 움직이고 있습니다.</translation>
    </message>
    <message>
        <source>These steps are of other weights or settings: compute them again first.</source>
        <translation>다른 가중치나 설정의 스텝입니다. 먼저 다시 계산하십시오.</translation>
    </message>
    <message>
        <source>As of update {:,}</source>
        <translation>업데이트 {:,} 기준</translation>
    </message>
    <message>
        <source>{:,} exact costs of all {:,} training examples</source>
        <translation>{0:,}곳에서 계산한 비용 (훈련 샘플 {1:,}개 전체 기준)</translation>
    </message>
    <message>
        <source>{name} = {x} → cost {cost}</source>
        <translation>{name} = {x} → 비용 {cost}</translation>
    </message>
    <message>
        <source>({x}, {y}) → cost {cost}</source>
        <translation>({x}, {y}) → 비용 {cost}</translation>
    </message>
    <message>
        <source>gradient descent step</source>
        <translation>경사 하강 스텝</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템 언어</translation>
    </message>
</context>
<context>
    <name>LayerControls</name>
    <message>
        <source>Activation of layer {number}</source>
        <translation>{number}층 활성화 함수</translation>
    </message>
    <message>
        <source>Neurons of layer {number}</source>
        <translation>{number}층 뉴런 수</translation>
    </message>
    <message>
        <source>Remove a neuron from layer {number}</source>
        <translation>{number}층에서 뉴런 하나 빼기</translation>
    </message>
    <message>
        <source>One neuron less in this layer.</source>
        <translation>이 층의 뉴런을 하나 줄입니다.</translation>
    </message>
    <message>
        <source>Add a neuron to layer {number}</source>
        <translation>{number}층에 뉴런 하나 더하기</translation>
    </message>
    <message>
        <source>One neuron more in this layer.</source>
        <translation>이 층의 뉴런을 하나 늘립니다.</translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation>{number}층 삭제</translation>
    </message>
    <message>
        <source>Remove this layer; its neighbours are connected anew.</source>
        <translation>이 층을 없애고 양옆의 층을 새로 잇습니다.</translation>
    </message>
</context>
<context>
    <name>LayerGrid</name>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>The layer&apos;s picture</source>
        <translation>층의 그림</translation>
    </message>
    <message>
        <source>Wheel or drag to zoom and move, double click to show everything again.</source>
        <translation>휠이나 끌기로 확대하고 옮기며, 두 번 클릭하면 전체가 다시 보입니다.</translation>
    </message>
</context>
<context>
    <name>LayerPlot</name>
    <message>
        <source>A quantity of each layer over the epochs</source>
        <translation>에포크에 따른 층별 값</translation>
    </message>
    <message>
        <source>Wheel or drag to zoom and move, double click to follow the training again.</source>
        <translation>휠이나 끌기로 확대하고 옮기며, 두 번 클릭하면 다시 학습을 따라갑니다.</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>epoch {epoch:,}, layer {layer}: {value}</source>
        <translation>에포크 {epoch:,}, {layer}층: {value}</translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>Lines of the layers</source>
        <translation>층별 선</translation>
    </message>
</context>
<context>
    <name>LayerTable</name>
    <message>
        <source>Health of each layer</source>
        <translation>층별 진단</translation>
    </message>
</context>
<context>
    <name>LessonDesk</name>
    <message>
        <source>Lessons (*.json)</source>
        <translation>레슨 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Edit a lesson</source>
        <translation>레슨 편집</translation>
    </message>
    <message>
        <source>Save lesson</source>
        <translation>레슨 저장</translation>
    </message>
    <message>
        <source>Lesson saved to {path}</source>
        <translation>레슨을 저장했습니다: {path}</translation>
    </message>
    <message>
        <source>Lesson: {name}</source>
        <translation>레슨: {name}</translation>
    </message>
</context>
<context>
    <name>LessonEditor</name>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Edit a lesson from a file</source>
        <translation>파일의 레슨을 편집합니다</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save the lesson as a file that can be opened and given out</source>
        <translation>레슨을 열거나 나누어 줄 수 있는 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름…</translation>
    </message>
    <message>
        <source>Save the lesson under another name</source>
        <translation>레슨을 다른 이름으로 저장합니다</translation>
    </message>
    <message>
        <source>Take the last change of the lesson back</source>
        <translation>레슨의 마지막 변경을 취소합니다</translation>
    </message>
    <message>
        <source>Repeat what was taken back</source>
        <translation>취소한 것을 다시 합니다</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>해 보기</translation>
    </message>
    <message>
        <source>Play the lesson in the course panel, as a student would</source>
        <translation>학생이 하듯 과정 패널에서 레슨을 진행합니다</translation>
    </message>
    <message>
        <source>The lesson and its steps</source>
        <translation>레슨과 그 단계</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>단계 추가</translation>
    </message>
    <message>
        <source>Add an empty step below the chosen one</source>
        <translation>고른 단계 아래에 빈 단계를 추가합니다</translation>
    </message>
    <message>
        <source>Duplicate the chosen step</source>
        <translation>고른 단계를 복제합니다</translation>
    </message>
    <message>
        <source>Move the chosen step up</source>
        <translation>고른 단계를 위로 옮깁니다</translation>
    </message>
    <message>
        <source>Move the chosen step down</source>
        <translation>고른 단계를 아래로 옮깁니다</translation>
    </message>
    <message>
        <source>Remove the chosen step</source>
        <translation>고른 단계를 지웁니다</translation>
    </message>
    <message>
        <source>Hide cells</source>
        <translation>칸 가리기</translation>
    </message>
    <message>
        <source>Record what is shown</source>
        <translation>지금 화면 기록</translation>
    </message>
    <message>
        <source>Begin as shown</source>
        <translation>지금 화면으로 시작</translation>
    </message>
    <message>
        <source>The lesson starts with the data, network and training of now</source>
        <translation>지금의 데이터, 신경망, 학습 설정으로 레슨을 시작합니다</translation>
    </message>
    <message>
        <source>The step shows the workspace, page, step and cell of now, and sets what was set since</source>
        <translation>이 단계에서 지금의 작업 화면, 쪽, 단계, 칸을 보여 주고, 그사이 바꾼 설정을 적용합니다</translation>
    </message>
    <message>
        <source>Lesson without a title</source>
        <translation>제목 없는 레슨</translation>
    </message>
    <message>
        <source>(no text yet)</source>
        <translation>(아직 글 없음)</translation>
    </message>
    <message>
        <source>Step {number} cannot be played yet</source>
        <translation>{number}단계는 아직 진행할 수 없습니다</translation>
    </message>
    <message>
        <source>The lesson cannot begin yet</source>
        <translation>레슨을 아직 시작할 수 없습니다</translation>
    </message>
    <message>
        <source>Every step can be played</source>
        <translation>모든 단계를 진행할 수 있습니다</translation>
    </message>
    <message>
        <source>Checking: {done} of {count} steps</source>
        <translation>확인 중: {count}단계 중 {done}단계</translation>
    </message>
    <message>
        <source>The right answer here: {answer}</source>
        <translation>여기의 정답: {answer}</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>고르기: {name}</translation>
    </message>
    <message>
        <source>Hide numbers by clicking them in Backprop, in the heatmaps of Train, or in Chain rule: a gate for its value, a wire for the gradient that flows back (keys: arrows choose, Enter hides; in Chain rule H for the value, Shift+H for the gradient); the first is asked for</source>
        <translation>역전파, 학습의 히트맵, 연쇄 법칙에서 수를 눌러 가립니다. 연쇄 법칙에서 게이트는 그 값을, 선은 거슬러 흐르는 그래디언트를 가립니다(키보드: 화살표로 고르고 Enter로 가리며, 연쇄 법칙에서는 H가 값, Shift+H가 그래디언트). 첫 번째로 가린 것을 묻습니다</translation>
    </message>
</context>
<context>
    <name>LessonGuide</name>
    <message>
        <source>Course</source>
        <translation>과정</translation>
    </message>
    <message>
        <source>You explore freely; the lesson “{lesson}” waits as you left it.</source>
        <translation>자유롭게 살펴보는 중입니다. “{lesson}” 레슨은 그대로 기다립니다.</translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation>레슨으로 돌아가기</translation>
    </message>
    <message>
        <source>What its question asks for stays hidden.</source>
        <translation>질문이 묻는 수는 계속 숨겨집니다.</translation>
    </message>
    <message>
        <source>Back, and show the answer</source>
        <translation>돌아가서 답 보기</translation>
    </message>
</context>
<context>
    <name>LessonPlayer</name>
    <message>
        <source>How far the lesson is</source>
        <translation>레슨 진행 정도</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Show one hint more</source>
        <translation>힌트를 하나 더 봅니다</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>답 보기</translation>
    </message>
    <message>
        <source>Show the right answer and go on without it</source>
        <translation>정답을 보고 그대로 넘어갑니다</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>앞 단계</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Explore freely</source>
        <translation>자유롭게 살펴보기</translation>
    </message>
    <message>
        <source>Leave the lesson for a while; its state waits</source>
        <translation>레슨을 잠시 떠납니다. 상태는 그대로 남아 있습니다</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>레슨 목록</translation>
    </message>
    <message>
        <source>Choose another lesson</source>
        <translation>다른 레슨을 고릅니다</translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation>레슨으로 돌아가기</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>{count}단계 중 {number}단계</translation>
    </message>
    <message>
        <source>Glossary: {terms}</source>
        <translation>용어: {terms}</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>투표</translation>
    </message>
    <message>
        <source>Count the hands of a class for each answer, before it is shown</source>
        <translation>답을 보이기 전에 답마다 손 든 학생 수를 셉니다</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>다음 레슨</translation>
    </message>
    <message>
        <source>This lesson is done.</source>
        <translation>이 레슨을 마쳤습니다.</translation>
    </message>
    <message>
        <source>This lesson is done. The next one: {lesson}</source>
        <translation>이 레슨을 마쳤습니다. 다음 레슨: {lesson}</translation>
    </message>
    <message>
        <source>Everything as it was when the lesson was left</source>
        <translation>모든 것을 레슨을 떠날 때의 상태로</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>The lessons of the course</source>
        <translation>과정의 레슨</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Begin the chosen lesson; Undo brings back what is there</source>
        <translation>고른 레슨을 시작합니다. 실행 취소로 지금 상태를 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Go on with the lesson under way</source>
        <translation>진행 중인 레슨을 이어서 합니다</translation>
    </message>
    <message>
        <source>Five to ten minutes each; every answer comes from the network that you see.</source>
        <translation>레슨은 5~10분이며, 모든 답은 보이는 신경망에서 계산됩니다.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter of runs</source>
        <translation>실행 필터</translation>
    </message>
    <message>
        <source>Conditions or words, with commas between them: score &gt; 0.9, learning_rate &lt;= 0.1, optimizer = adam, seed &lt; 4. There are score, cost, epochs, solved, diverged, layers, neurons and every setting as files call it.</source>
        <translation>조건이나 낱말을 쉼표로 이어 적습니다: score &gt; 0.9, learning_rate &lt;= 0.1, optimizer = adam, seed &lt; 4. 쓸 수 있는 이름은 score, cost, epochs, solved, diverged, layers, neurons와 파일에 적히는 모든 설정 이름입니다.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Choose which runs are listed, and what they are grouped by.</source>
        <translation>어떤 실행을 나열할지, 무엇을 기준으로 묶을지 고릅니다.</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>묶는 기준</translation>
    </message>
</context>
<context>
    <name>LocalJacobians</name>
    <message>
        <source>Local Jacobians</source>
        <translation>국소 야코비 행렬</translation>
    </message>
    <message>
        <source>{n}×{n}, full: every output depends on every sum.</source>
        <translation>{n}×{n}, 꽉 찬 행렬입니다. 모든 출력이 모든 가중합에 따라 달라집니다.</translation>
    </message>
    <message>
        <source>{n}×{n}, diagonal: each output depends on its own sum only.</source>
        <translation>{n}×{n}, 대각 행렬입니다. 출력마다 자기 가중합에만 따라 달라집니다.</translation>
    </message>
    <message>
        <source>{n}×{n}, diagonal: {n} of its {entries} entries are kept, the rest are zero and it is never built.</source>
        <translation>{n}×{n}, 대각 행렬입니다. 성분 {entries}개 중 {n}개만 간직하고, 나머지는 0이므로 행렬을 만들지 않습니다.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{name}[*] – Backpropagation Playground</source>
        <translation>{name}[*] – Backpropagation Playground</translation>
    </message>
</context>
<context>
    <name>ManyCurvesView</name>
    <message>
        <source>Curves of all combinations</source>
        <translation>모든 조합의 곡선</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Plot the cost.</source>
        <translation>비용을 그립니다.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Plot the share of examples that are classified rightly.</source>
        <translation>올바르게 분류된 예제의 비율을 그립니다.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Draw the cost in powers of ten.</source>
        <translation>비용을 10의 거듭제곱으로 그립니다.</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>조합</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation>정확도, %</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>최저</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>최고</translation>
    </message>
</context>
<context>
    <name>ManyView</name>
    <message>
        <source>Run all</source>
        <translation>모두 실행</translation>
    </message>
    <message>
        <source>Train all networks from their first weights.</source>
        <translation>모든 신경망을 첫 가중치부터 훈련합니다.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Let all networks stand still, or go on.</source>
        <translation>모든 신경망을 멈추거나 계속하게 합니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>End the experiment here; the networks stay on the wall.</source>
        <translation>실험을 여기서 끝냅니다. 신경망은 벽에 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>격자</translation>
    </message>
    <message>
        <source>Each network in its place: settings and seeds.</source>
        <translation>각 신경망을 설정과 시드에 따른 자리에 놓습니다.</translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>The best network first.</source>
        <translation>가장 좋은 신경망부터 놓습니다.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>One run proves nothing: another seed may end elsewhere. Train many and count.</source>
        <translation>한 번의 실행은 아무것도 증명하지 못합니다. 시드가 다르면 다른 곳에서 끝날 수 있습니다. 많이 훈련하고 세어 보십시오.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련 중</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>{state}: epoch {epoch} of {epochs}, {speed} updates/s</source>
        <translation>{state}: 에포크 {epoch}/{epochs}, 업데이트 {speed}회/초</translation>
    </message>
    <message>
        <source>{best} best  {typical} typical  {worst} worst  ✕ diverged. A thicker frame: better {score}.</source>
        <translation>{best} 최고  {typical} 중간  {worst} 최저  ✕ 발산. 테두리가 굵을수록 {score} 성적이 더 좋습니다.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something unexpected went wrong: {reason}. Training has paused; your network is intact.</source>
        <translation>예상하지 못한 문제가 생겼습니다: {reason}. 학습을 일시 정지했으며 신경망은 그대로 있습니다.</translation>
    </message>
</context>
<context>
    <name>NetworkCanvas</name>
    <message>
        <source>Follow this weight</source>
        <translation>이 가중치 따라가기</translation>
    </message>
    <message>
        <source>Freeze this neuron</source>
        <translation>이 뉴런 고정</translation>
    </message>
    <message>
        <source>Let this neuron learn again</source>
        <translation>이 뉴런 고정 해제</translation>
    </message>
    <message>
        <source>Freeze its layer</source>
        <translation>이 층 고정</translation>
    </message>
    <message>
        <source>Let its layer learn again</source>
        <translation>이 층 고정 해제</translation>
    </message>
    <message>
        <source>Switch this neuron off</source>
        <translation>이 뉴런 끄기</translation>
    </message>
    <message>
        <source>Switch this neuron on again</source>
        <translation>이 뉴런 다시 켜기</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>+{count} more</source>
        <translation>외 {count}개</translation>
    </message>
    <message>
        <source>positive weight</source>
        <translation>양의 가중치</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>음의 가중치</translation>
    </message>
    <message>
        <source>{count} weights each</source>
        <translation>가중치 {count}개씩</translation>
    </message>
    <message>
        <source>bias ≥ 0</source>
        <translation>편향 ≥ 0</translation>
    </message>
    <message>
        <source>bias &lt; 0</source>
        <translation>편향 &lt; 0</translation>
    </message>
    <message>
        <source>the {drawn:,} strongest of {total:,} weights are drawn</source>
        <translation>가중치 {total:,}개 중 가장 강한 {drawn:,}개만 그렸습니다</translation>
    </message>
    <message>
        <source>{drawn:,} of {total:,} weights are drawn</source>
        <translation>가중치 {total:,}개 중 {drawn:,}개만 그렸습니다</translation>
    </message>
    <message>
        <source>{drawn:,} of {total:,} weights</source>
        <translation>가중치 {total:,}개 중 {drawn:,}개</translation>
    </message>
    <message>
        <source>output {name}</source>
        <translation>출력 {name}</translation>
    </message>
    <message>
        <source>neuron {unit} of layer {layer}</source>
        <translation>{layer}층 뉴런 {unit}</translation>
    </message>
    <message>
        <source>{count} neurons in all</source>
        <translation>뉴런 모두 {count}개</translation>
    </message>
    <message>
        <source>click to see others</source>
        <translation>클릭하면 다른 뉴런 보기</translation>
    </message>
    <message>
        <source>Pixel in row {row}, column {column}</source>
        <translation>{row}행 {column}열 픽셀</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Feature {name}</source>
        <translation>특성 {name}</translation>
    </message>
    <message>
        <source>seen as</source>
        <translation>신경망이 보는 값</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>아직 계산 전</translation>
    </message>
    <message>
        <source>values</source>
        <translation>값의 범위</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>{number}층</translation>
    </message>
    <message>
        <source>{units} × {activation}</source>
        <translation>{units} × {activation}</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>{rows} × {columns} pixels</source>
        <translation>{rows} × {columns}픽셀</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Network diagram</source>
        <translation>신경망 그림</translation>
    </message>
    <message>
        <source>Arrow keys move among the neurons, Enter edits the one selected.</source>
        <translation>방향키로 뉴런 사이를 옮겨 다니고, Enter로 고른 뉴런을 편집합니다.</translation>
    </message>
    <message>
        <source>{gradient} before update {update}, {parameter} after it</source>
        <translation>{gradient}: 업데이트 {update} 전, {parameter}: 그 후</translation>
    </message>
    <message>
        <source>cost without it</source>
        <translation>이 뉴런이 없을 때 비용</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>고정됨</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
</context>
<context>
    <name>NeuronsPanel</name>
    <message>
        <source>What becomes of the network without each of its hidden neurons.</source>
        <translation>은닉 뉴런을 하나씩 껐을 때 신경망이 어떻게 되는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Neurons switched off</source>
        <translation>꺼 본 뉴런</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>끈 것</translation>
    </message>
    <message>
        <source>Each neuron is switched off in turn …</source>
        <translation>뉴런을 차례로 꺼 보고 있습니다…</translation>
    </message>
    <message>
        <source>There is no hidden layer to switch off.</source>
        <translation>끌 수 있는 은닉층이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing switched off: cost {cost}{accuracy}, of {n} training examples.</source>
        <translation>아무것도 끄지 않으면 훈련 샘플 {n}개에서 비용 {cost}{accuracy}입니다.</translation>
    </message>
    <message>
        <source>, accuracy {share}</source>
        <translation>, 정확도 {share}</translation>
    </message>
    <message>
        <source>neuron {unit} of layer {layer}</source>
        <translation>{layer}층 뉴런 {unit}</translation>
    </message>
    <message>
        <source>all of layer {layer}</source>
        <translation>{layer}층 전체</translation>
    </message>
</context>
<context>
    <name>OrderedAnswer</name>
    <message>
        <source>The rows to be put in order</source>
        <translation>순서를 정할 줄들</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Move the chosen row up</source>
        <translation>고른 줄을 위로 옮깁니다</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Move the chosen row down</source>
        <translation>고른 줄을 아래로 옮깁니다</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Judge the order</source>
        <translation>순서를 확인합니다</translation>
    </message>
</context>
<context>
    <name>OutputColumn</name>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>The image that is pointed at below, with the output for each class.</source>
        <translation>아래에서 가리키는 이미지와 클래스별 출력입니다.</translation>
    </message>
    <message>
        <source>Map of two pixels</source>
        <translation>두 픽셀의 지도</translation>
    </message>
    <message>
        <source>What the network says where two pixels vary and all the others rest.</source>
        <translation>두 픽셀만 바꾸고 나머지는 그대로 둘 때 신경망의 출력입니다.</translation>
    </message>
</context>
<context>
    <name>OutputControls</name>
    <message>
        <source>Test data</source>
        <translation>테스트 데이터</translation>
    </message>
    <message>
        <source>Draw the test examples too, as hollow markers.</source>
        <translation>테스트 샘플도 속이 빈 점으로 그립니다.</translation>
    </message>
    <message>
        <source>Discretize</source>
        <translation>이산화</translation>
    </message>
    <message>
        <source>Show decisions or steps instead of a continuous output.</source>
        <translation>연속된 출력 대신 판정이나 단계를 보입니다.</translation>
    </message>
    <message>
        <source>Automatic range</source>
        <translation>자동 범위</translation>
    </message>
    <message>
        <source>Show the whole range again and keep following it.</source>
        <translation>전체 범위를 다시 보이고 계속 따라갑니다.</translation>
    </message>
</context>
<context>
    <name>OutputView</name>
    <message>
        <source>Most likely class</source>
        <translation>예측 클래스</translation>
    </message>
    <message>
        <source>{} against {}</source>
        <translation>{1}에 따른 {0}</translation>
    </message>
    <message>
        <source>Output and decision boundary</source>
        <translation>출력과 결정 경계</translation>
    </message>
    <message>
        <source>Output {}</source>
        <translation>출력 {}</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Feature {}</source>
        <translation>특성 {}</translation>
    </message>
    <message>
        <source>Output {} ({})</source>
        <translation>출력 {} ({})</translation>
    </message>
    <message>
        <source>Neuron {unit} of layer {layer} ({activation})</source>
        <translation>{layer}층 뉴런 {unit} ({activation})</translation>
    </message>
    <message>
        <source>1 more input at its mean</source>
        <translation>나머지 입력 1개는 평균값</translation>
    </message>
    <message>
        <source>{:,} more inputs at their mean</source>
        <translation>나머지 입력 {:,}개는 평균값</translation>
    </message>
    <message>
        <source>1 more input as in training example {example:,}</source>
        <translation>나머지 입력 1개는 훈련 샘플 {example:,}의 값</translation>
    </message>
    <message>
        <source>{others:,} more inputs as in training example {example:,}</source>
        <translation>나머지 입력 {others:,}개는 훈련 샘플 {example:,}의 값</translation>
    </message>
    <message>
        <source>{:,} of {:,} points</source>
        <translation>점 {1:,}개 중 {0:,}개</translation>
    </message>
    <message>
        <source>Output plot</source>
        <translation>출력 그래프</translation>
    </message>
    <message>
        <source>Wheel or drag to zoom and move, double click to show everything again.</source>
        <translation>휠이나 끌기로 확대하고 옮기며, 두 번 클릭하면 전체가 다시 보입니다.</translation>
    </message>
    <message>
        <source>Nothing computed yet: the map appears with the first frame.</source>
        <translation>아직 계산한 것이 없습니다. 첫 화면과 함께 지도가 나타납니다.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>표시 내용</translation>
    </message>
    <message>
        <source>Note on the plot</source>
        <translation>그래프에 대한 설명</translation>
    </message>
    <message>
        <source>Value under the mouse</source>
        <translation>마우스가 가리키는 값</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Which of the outputs is drawn.</source>
        <translation>어느 출력을 그릴지 고릅니다.</translation>
    </message>
    <message>
        <source>Only classes can be drawn, not numbers to predict.</source>
        <translation>클래스만 그릴 수 있습니다. 이 데이터는 수를 예측하는 문제입니다.</translation>
    </message>
    <message>
        <source>A drawing has two inputs, these data only one.</source>
        <translation>그림에는 입력이 둘이지만 이 데이터에는 하나뿐입니다.</translation>
    </message>
    <message>
        <source>A drawing has two inputs, these data have {:,}.</source>
        <translation>그림에는 입력이 둘이지만 이 데이터에는 {:,}개입니다.</translation>
    </message>
    <message>
        <source>A drawing holds {:,} points, these data have {:,}.</source>
        <translation>그림에는 점을 {:,}개까지 둘 수 있지만 이 데이터에는 {:,}개입니다.</translation>
    </message>
    <message>
        <source>A drawing has up to {} classes, these data have {}.</source>
        <translation>그림에는 클래스를 {}개까지 둘 수 있지만 이 데이터에는 {}개입니다.</translation>
    </message>
    <message>
        <source>Feature {}, standardized</source>
        <translation>특성 {}, 표준화됨</translation>
    </message>
    <message>
        <source>raw axes, standardized for the network</source>
        <translation>축은 원래 값, 신경망 입력은 표준화</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>What is computed so far, by layer</source>
        <translation>지금까지 계산한 값, 층별</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>{number}층</translation>
    </message>
    <message>
        <source>Not computed yet at this step.</source>
        <translation>이 단계에서는 아직 계산 전입니다.</translation>
    </message>
    <message>
        <source>Click to see how it is computed.</source>
        <translation>클릭하면 계산 과정을 봅니다.</translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>Pad for drawing</source>
        <translation>그림판</translation>
    </message>
    <message>
        <source>Arrow keys move, with Shift they draw, with Control they erase. Enter makes a dot, Backspace takes the last stroke back, Delete clears.</source>
        <translation>방향키로 옮기고, Shift와 함께 쓰면 그리고, Ctrl과 함께 쓰면 지웁니다. Enter는 점 찍기, Backspace는 마지막 획 되돌리기, Delete는 모두 지우기입니다.</translation>
    </message>
    <message>
        <source>Draw with the left button, erase with the right one. Backspace undoes a stroke, Delete clears.</source>
        <translation>왼쪽 버튼으로 그리고 오른쪽 버튼으로 지웁니다. Backspace는 획 되돌리기, Delete는 모두 지우기입니다.</translation>
    </message>
</context>
<context>
    <name>PadPane</name>
    <message>
        <source>Draw</source>
        <translation>숫자 쓰기</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>신경망이 보는 것</translation>
    </message>
    <message>
        <source>Centre and scale</source>
        <translation>위치와 크기 맞춤</translation>
    </message>
    <message>
        <source>Bring the drawing to the size and the place that the images of the data have.</source>
        <translation>그림의 크기와 위치를 데이터의 이미지에 맞춥니다.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Erase with the left button too.</source>
        <translation>왼쪽 버튼으로도 지웁니다.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Take the drawing away (Delete).</source>
        <translation>Delete: 그림을 모두 지웁니다.</translation>
    </message>
    <message>
        <source>Draw a digit here.</source>
        <translation>여기에 숫자를 쓰십시오.</translation>
    </message>
    <message>
        <source>Draw here.</source>
        <translation>여기에 그리십시오.</translation>
    </message>
</context>
<context>
    <name>PairCurves</name>
    <message>
        <source>Cost of both networks</source>
        <translation>두 신경망의 비용</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>train cost {letter}</source>
        <translation>{letter} 훈련 비용</translation>
    </message>
    <message>
        <source>test cost {letter}</source>
        <translation>{letter} 테스트 비용</translation>
    </message>
    <message>
        <source>cost (thin: test data)</source>
        <translation>비용 (가는 선: 테스트 데이터)</translation>
    </message>
</context>
<context>
    <name>PairPanel</name>
    <message>
        <source>{part}: cost {cost}</source>
        <translation>{part}: 비용 {cost}</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
</context>
<context>
    <name>PairPicture</name>
    <message>
        <source>What network {letter} answers</source>
        <translation>신경망 {letter}의 답</translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation>아직 학습하지 않음</translation>
    </message>
</context>
<context>
    <name>PairsView</name>
    <message>
        <source>Pair</source>
        <translation>쌍</translation>
    </message>
    <message>
        <source>Two networks that differ in one setting.</source>
        <translation>설정 하나만 다른 두 신경망입니다.</translation>
    </message>
    <message>
        <source>Predict first: after the same number of epochs, which one fails, and why?</source>
        <translation>먼저 예측하십시오. 같은 에포크 수를 학습한 뒤 어느 쪽이 실패하며, 그 까닭은 무엇입니까?</translation>
    </message>
    <message>
        <source>Which one fails</source>
        <translation>실패하는 쪽</translation>
    </message>
    <message>
        <source>Your prediction.</source>
        <translation>예측입니다.</translation>
    </message>
    <message>
        <source>Which one fails?</source>
        <translation>어느 쪽이 실패합니까?</translation>
    </message>
    <message>
        <source>A fails</source>
        <translation>A가 실패</translation>
    </message>
    <message>
        <source>B fails</source>
        <translation>B가 실패</translation>
    </message>
    <message>
        <source>both fail</source>
        <translation>둘 다 실패</translation>
    </message>
    <message>
        <source>neither fails</source>
        <translation>둘 다 성공</translation>
    </message>
    <message>
        <source>Why it fails</source>
        <translation>실패하는 까닭</translation>
    </message>
    <message>
        <source>The cause that Health will find.</source>
        <translation>진단 탭이 찾아낼 원인입니다.</translation>
    </message>
    <message>
        <source>Run both</source>
        <translation>둘 다 학습</translation>
    </message>
    <message>
        <source>Train both from their first weights; predict first.</source>
        <translation>두 신경망을 처음 가중치부터 학습합니다. 예측을 먼저 하십시오.</translation>
    </message>
    <message>
        <source>Predict again</source>
        <translation>다시 예측</translation>
    </message>
    <message>
        <source>Forget what happened, and predict anew.</source>
        <translation>결과를 지우고 새로 예측합니다.</translation>
    </message>
    <message>
        <source>Preset {preset}, {epochs} epochs; nothing else differs.</source>
        <translation>프리셋 {preset}, {epochs}에포크. 다른 것은 모두 같습니다.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>까닭은?</translation>
    </message>
    <message>
        <source>Both are training…</source>
        <translation>둘 다 학습하고 있습니다…</translation>
    </message>
    <message>
        <source>A failed.</source>
        <translation>A가 실패했습니다.</translation>
    </message>
    <message>
        <source>B failed.</source>
        <translation>B가 실패했습니다.</translation>
    </message>
    <message>
        <source>Both failed.</source>
        <translation>둘 다 실패했습니다.</translation>
    </message>
    <message>
        <source>Neither failed.</source>
        <translation>둘 다 성공했습니다.</translation>
    </message>
    <message>
        <source>✓ As you predicted.</source>
        <translation>✓ 예측대로입니다.</translation>
    </message>
    <message>
        <source>✓ The right one, ✗ but for another reason.</source>
        <translation>✓ 실패한 쪽은 맞혔지만 ✗ 까닭이 다릅니다.</translation>
    </message>
    <message>
        <source>✗ Not the one you predicted; ✓ the cause is right.</source>
        <translation>✗ 실패한 쪽이 예측과 다르지만 ✓ 까닭은 맞혔습니다.</translation>
    </message>
    <message>
        <source>✗ Not as you predicted.</source>
        <translation>✗ 예측과 다릅니다.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find anything</source>
        <translation>무엇이든 찾기</translation>
    </message>
    <message>
        <source>An action, a setting, a preset, a term …</source>
        <translation>동작, 설정, 프리셋, 용어 …</translation>
    </message>
    <message>
        <source>Nothing of that name.</source>
        <translation>그런 이름은 없습니다.</translation>
    </message>
</context>
<context>
    <name>PanelGroup</name>
    <message>
        <source>Fold or unfold this group.</source>
        <translation>이 묶음을 접거나 펼칩니다.</translation>
    </message>
</context>
<context>
    <name>ParameterEditor</name>
    <message>
        <source>Follow to the cost</source>
        <translation>비용까지 따라가기</translation>
    </message>
    <message>
        <source>Show every path from this weight to the cost</source>
        <translation>이 가중치에서 비용까지 가는 모든 경로를 봅니다</translation>
    </message>
</context>
<context>
    <name>ParameterField</name>
    <message>
        <source>Too large: {largest:.2g} at most.</source>
        <translation>너무 큽니다. {largest:.2g}까지 됩니다.</translation>
    </message>
    <message>
        <source>Type a number, or one such as 1/2 or -sqrt(2); Enter sets all that were typed, Esc none, the arrow keys step by 0.1.</source>
        <translation>숫자나 1/2, -sqrt(2)와 같은 식을 입력합니다. Enter는 입력한 것을 모두 적용하고, Esc는 적용하지 않으며, 화살표 키는 0.1씩 바꿉니다.</translation>
    </message>
</context>
<context>
    <name>PathSum</name>
    <message>
        <source>Sum over paths</source>
        <translation>경로의 합</translation>
    </message>
    <message>
        <source>The input with respect to which the output is differentiated.</source>
        <translation>출력을 어느 입력으로 미분할지 고릅니다.</translation>
    </message>
    <message>
        <source>Differentiate with respect to</source>
        <translation>미분할 입력</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Show every path from the output to the input, with its factors in numbers.</source>
        <translation>출력에서 입력까지의 모든 경로를 인수의 값과 함께 보여 줍니다.</translation>
    </message>
    <message>
        <source>The formula has no inputs.</source>
        <translation>수식에 입력이 없습니다.</translation>
    </message>
</context>
<context>
    <name>PhaseEquations</name>
    <message>
        <source>The matrices of this step</source>
        <translation>이 단계의 행렬</translation>
    </message>
    <message>
        <source>Click: how it came about</source>
        <translation>클릭: 이 값이 나온 과정</translation>
    </message>
    <message>
        <source>{name}: not computed yet</source>
        <translation>{name}: 아직 계산 전</translation>
    </message>
</context>
<context>
    <name>PhaseStrip</name>
    <message>
        <source>All steps of this update</source>
        <translation>이 업데이트의 모든 단계</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>{count}단계 중 {number}단계</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Setting {number} that varies</source>
        <translation>달라지는 설정 {number}</translation>
    </message>
    <message>
        <source>What differs between the networks.</source>
        <translation>신경망마다 다른 것입니다.</translation>
    </message>
    <message>
        <source>Values of setting {number}</source>
        <translation>설정 {number}의 값</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>시드 수</translation>
    </message>
    <message>
        <source>Networks for each combination, with other weights.</source>
        <translation>조합마다 첫 가중치가 다른 신경망의 수입니다.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>How long each network trains.</source>
        <translation>각 신경망을 훈련하는 길이입니다.</translation>
    </message>
    <message>
        <source>Values with commas between them, or LOW:HIGH:COUNT: {expected}</source>
        <translation>쉼표로 나눈 값, 또는 최솟값:최댓값:개수. {expected}</translation>
    </message>
</context>
<context>
    <name>PredictRow</name>
    <message>
        <source>Hide what the next step computes until you have found it ({key}).</source>
        <translation>{key}: 다음 단계가 계산하는 값을 직접 구할 때까지 가립니다.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>How much is to be found</source>
        <translation>구할 범위</translation>
    </message>
    <message>
        <source>The whole step</source>
        <translation>한 단계 전체</translation>
    </message>
    <message>
        <source>One sign</source>
        <translation>부호 하나</translation>
    </message>
    <message>
        <source>Find one sign; of a matrix, at the chosen place.</source>
        <translation>부호 하나를 구합니다. 행렬이면 선택한 자리의 부호입니다.</translation>
    </message>
    <message>
        <source>One number</source>
        <translation>값 하나</translation>
    </message>
    <message>
        <source>Find one number; of a matrix, at the chosen place.</source>
        <translation>값 하나를 구합니다. 행렬이면 선택한 자리의 값입니다.</translation>
    </message>
    <message>
        <source>Find every number, of results with up to 12.</source>
        <translation>결과가 12개 이하이면 모든 값을 구합니다.</translation>
    </message>
    <message>
        <source>How much of a step is to be found before it is shown.</source>
        <translation>한 단계에서 얼마만큼을 구해야 값이 보이는지 정합니다.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Show one hint more</source>
        <translation>힌트를 하나 더 봅니다</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>값 보기</translation>
    </message>
    <message>
        <source>Show the number and go on without finding it</source>
        <translation>값을 보여 주고, 구하지 않은 채 넘어갑니다</translation>
    </message>
    <message>
        <source>Press → and find what the next step computes.</source>
        <translation>→를 누르고 다음 단계가 계산하는 값을 구해 보십시오.</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>투표</translation>
    </message>
    <message>
        <source>Count the hands of a class for each answer, before it is shown</source>
        <translation>답을 보이기 전에 답마다 손 든 학생 수를 셉니다</translation>
    </message>
</context>
<context>
    <name>PresetBox</name>
    <message>
        <source>Own experiment</source>
        <translation>직접 만든 실험</translation>
    </message>
</context>
<context>
    <name>ProblemNote</name>
    <message>
        <source>Problem</source>
        <translation>문제점</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>Progress</source>
        <translation>진행 상황</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>드라이브</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>찾는 위치(&amp;L):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>파일 형식(&amp;T):</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>아직 파일 없음</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>목록 지우기(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
</context>
<context>
    <name>RegressionPlots</name>
    <message>
        <source>true value</source>
        <translation>실제값</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>residual: true − predicted</source>
        <translation>잔차: 실제값 − 예측값</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>% of examples</source>
        <translation>샘플의 %</translation>
    </message>
    <message>
        <source>Predicted against true values</source>
        <translation>실제값에 따른 예측값</translation>
    </message>
    <message>
        <source>Residuals against predictions</source>
        <translation>예측값에 따른 잔차</translation>
    </message>
    <message>
        <source>Dashed: exact. Click a point to find its row.</source>
        <translation>점선은 정확한 예측입니다. 점을 클릭하면 그 행을 찾습니다.</translation>
    </message>
    <message>
        <source>test example {number}: true {true}, predicted {predicted}, residual {residual}</source>
        <translation>테스트 샘플 {number}: 실제값 {true}, 예측값 {predicted}, 잔차 {residual}</translation>
    </message>
    <message>
        <source>training example {number}: true {true}, predicted {predicted}, residual {residual}</source>
        <translation>훈련 샘플 {number}: 실제값 {true}, 예측값 {predicted}, 잔차 {residual}</translation>
    </message>
</context>
<context>
    <name>ResidualHistogram</name>
    <message>
        <source>Histogram of the residuals</source>
        <translation>잔차의 히스토그램</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Nothing to show yet: the network is about to be asked for every example.</source>
        <translation>아직 보일 것이 없습니다. 곧 신경망에 모든 샘플을 물어봅니다.</translation>
    </message>
    <message>
        <source>Click a cell to list its examples.</source>
        <translation>칸을 클릭하면 그 칸의 샘플을 나열합니다.</translation>
    </message>
</context>
<context>
    <name>RowsField</name>
    <message>
        <source>Add: {name}</source>
        <translation>추가: {name}</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>지우기: {name}</translation>
    </message>
</context>
<context>
    <name>RowsPanel</name>
    <message>
        <source>Wrong only</source>
        <translation>틀린 것만</translation>
    </message>
    <message>
        <source>List only the examples that are classified wrongly.</source>
        <translation>잘못 분류한 샘플만 나열합니다.</translation>
    </message>
    <message>
        <source>Class name</source>
        <translation>클래스 이름</translation>
    </message>
    <message>
        <source>List only the examples whose true or predicted class has this in its name.</source>
        <translation>정답이나 예측한 클래스의 이름에 이 말이 들어 있는 샘플만 나열합니다.</translation>
    </message>
    <message>
        <source>Only the examples of this cell of the matrix are listed; click to list all.</source>
        <translation>행렬의 이 칸에 든 샘플만 나열했습니다. 클릭하면 모두 나열합니다.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Choose what the table shows of each example.</source>
        <translation>표에 보일 열을 고릅니다.</translation>
    </message>
    <message>
        <source>{true} → {predicted}  ✕</source>
        <translation>{true} → {predicted}  ✕</translation>
    </message>
    <message>
        <source>Only {true} taken for {predicted}: list all</source>
        <translation>정답 {true}, 예측 {predicted}인 샘플만 표시 중: 모두 나열</translation>
    </message>
    <message>
        <source>Test examples are never learned from: no update to walk.</source>
        <translation>테스트 샘플은 학습에 쓰지 않으므로 단계별로 볼 업데이트가 없습니다.</translation>
    </message>
    <message>
        <source>Click a training example to walk through it in Backprop.</source>
        <translation>훈련 샘플을 클릭하면 역전파 화면에서 단계별로 봅니다.</translation>
    </message>
    <message>
        <source>{total} of {available} examples, evenly spread; pause to see all.</source>
        <translation>샘플 {available}개에서 고르게 뽑은 {total}개입니다. 모두 보려면 일시 정지하십시오.</translation>
    </message>
    <message>
        <source>{shown} of {total} examples.</source>
        <translation>샘플 {total}개 중 {shown}개입니다.</translation>
    </message>
    <message>
        <source>{total} examples.</source>
        <translation>샘플 {total}개입니다.</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Rename run</source>
        <translation>실행 이름 바꾸기</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Pin this run</source>
        <translation>이 실행 고정</translation>
    </message>
    <message>
        <source>Keep the run as it is: its curves stay, and it can be loaded back.</source>
        <translation>이 실행을 그대로 남깁니다. 곡선이 남고 다시 불러올 수 있습니다.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>불러오기</translation>
    </message>
    <message>
        <source>Bring the selected run back; the present one can be undone to.</source>
        <translation>고른 실행을 불러옵니다. 실행 취소로 지금 실행에 돌아올 수 있습니다.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Call the selected run otherwise (F2).</source>
        <translation>F2: 고른 실행의 이름을 바꿉니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Let the selected run go (Delete).</source>
        <translation>Delete: 고른 실행을 지웁니다.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행 비교</translation>
    </message>
    <message>
        <source>Pin {run}</source>
        <translation>{run} 고정</translation>
    </message>
    <message>
        <source>Pin a run to keep its curves, and compare the next ones with it.
The networks that you train in the workspace Many stand here too.</source>
        <translation>실행을 고정하면 곡선이 남아 다음 실행과 비교할 수 있습니다.
작업 화면 ‘여럿’에서 학습시킨 신경망도 여기에 나옵니다.</translation>
    </message>
</context>
<context>
    <name>SampleGrid</name>
    <message>
        <source>Sample grid</source>
        <translation>샘플 격자</translation>
    </message>
    <message>
        <source>Arrow keys choose an image, Enter walks through it in Backprop.</source>
        <translation>방향키로 이미지를 고르고, Enter로 역전파 화면에서 단계별로 봅니다.</translation>
    </message>
    <message>
        <source>Test example {number}</source>
        <translation>테스트 샘플 {number}</translation>
    </message>
    <message>
        <source>Training example {number}</source>
        <translation>훈련 샘플 {number}</translation>
    </message>
    <message>
        <source>it is {label}</source>
        <translation>정답 {label}</translation>
    </message>
    <message>
        <source>✗ the network says {predicted}, it is {label}</source>
        <translation>✗ 예측 {predicted}, 정답 {label}</translation>
    </message>
    <message>
        <source>✓ it is {label}</source>
        <translation>✓ 정답 {label}</translation>
    </message>
    <message>
        <source>cost {value}</source>
        <translation>비용 {value}</translation>
    </message>
</context>
<context>
    <name>SamplePane</name>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>No image is like that now.</source>
        <translation>지금은 그런 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Show all images, or only those that the network gets wrong, or right.</source>
        <translation>모든 이미지를 보거나, 신경망이 틀린 것만 또는 맞힌 것만 봅니다.</translation>
    </message>
    <message>
        <source>Show only images of one class.</source>
        <translation>한 클래스의 이미지만 봅니다.</translation>
    </message>
    <message>
        <source>Show images the network learns from, those it is tested with, or both.</source>
        <translation>학습에 쓰는 이미지, 테스트하는 이미지, 또는 둘 다 봅니다.</translation>
    </message>
    <message>
        <source>As they come in the data, or those with the largest cost first; sorted anew once a second.</source>
        <translation>데이터의 순서대로, 또는 비용이 큰 것부터 봅니다. 1초에 한 번 다시 정렬합니다.</translation>
    </message>
    <message>
        <source>Every class</source>
        <translation>모든 클래스</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>클래스 {name}</translation>
    </message>
    <message>
        <source>Backprop walks through training examples only; this one is for testing.</source>
        <translation>역전파 화면은 훈련 샘플만 단계별로 보여 줍니다. 이것은 테스트 샘플입니다.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Which images are shown, and in which order.</source>
        <translation>어떤 이미지를 어떤 순서로 보일지 정합니다.</translation>
    </message>
    <message>
        <source>{shown} of {size}: {chosen}</source>
        <translation>{size}개 중 {shown}개: {chosen}</translation>
    </message>
    <message>
        <source>{size} images</source>
        <translation>이미지 {size}개</translation>
    </message>
    <message>
        <source>{wrong} wrong of {size}</source>
        <translation>{size}개 중 {wrong}개 틀림</translation>
    </message>
    <message>
        <source>{text}, sampled from {available}</source>
        <translation>{text}, 전체 {available}개에서 뽑음</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>SeenImage</name>
    <message>
        <source>What the network sees</source>
        <translation>신경망이 보는 것</translation>
    </message>
    <message>
        <source>What the network sees: the drawing as an image of the data&apos;s own size.</source>
        <translation>신경망이 보는 것입니다. 그림을 데이터와 같은 크기의 이미지로 바꾸었습니다.</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>The whole network, example {example}</source>
        <translation>신경망 전체, 샘플 {example}</translation>
    </message>
    <message>
        <source>Neuron {unit} of layer {layer}, example {example}</source>
        <translation>{layer}층의 뉴런 {unit}, 샘플 {example}</translation>
    </message>
</context>
<context>
    <name>SettingBox</name>
    <message>
        <source>{setting}, layer {layer}</source>
        <translation>{setting}, {layer}층</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Same start</source>
        <translation>같은 시작</translation>
    </message>
    <message>
        <source>Same start again</source>
        <translation>같은 시작점에서 다시</translation>
    </message>
    <message>
        <source>Begin again with the very same initial weights, whatever the settings are now.</source>
        <translation>지금 설정과 상관없이 똑같은 초기 가중치로 다시 시작합니다.</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>새 시작</translation>
    </message>
    <message>
        <source>Draw other initial weights and begin again with them.</source>
        <translation>초기 가중치를 다시 뽑아 처음부터 시작합니다.</translation>
    </message>
    <message>
        <source>Needs outputs from {low} to {high}: not with {activation}.</source>
        <translation>출력이 {low}부터 {high}까지여야 합니다. 출력 활성화 함수가 {activation}일 때는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Needs one output for each class, as softmax has.</source>
        <translation>소프트맥스처럼 클래스마다 출력이 하나씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>Gives the probabilities of classes; these data are numbers to predict.</source>
        <translation>클래스의 확률을 내보냅니다. 이 데이터는 수를 예측하는 문제입니다.</translation>
    </message>
</context>
<context>
    <name>ShapeChain</name>
    <message>
        <source>The chain of shapes</source>
        <translation>모양의 사슬</translation>
    </message>
    <message>
        <source>Neighbours must agree in the size where they meet; the outer two sizes remain.</source>
        <translation>이웃한 행렬은 맞닿는 크기가 같아야 하고, 바깥쪽 두 크기가 남습니다.</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Show {name}</source>
        <translation>{name} 보이기</translation>
    </message>
    <message>
        <source>Fold {name} away</source>
        <translation>{name} 접기</translation>
    </message>
</context>
<context>
    <name>SideDock</name>
    <message>
        <source>Apart</source>
        <translation>분리</translation>
    </message>
    <message>
        <source>A window of its own, or back at the side</source>
        <translation>별도의 창으로 띄우거나 옆자리로 되돌리기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Put this panel away</source>
        <translation>이 패널 닫기</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Value under the pointer</source>
        <translation>포인터가 가리키는 값</translation>
    </message>
    <message>
        <source>Click to move the weights there; Ctrl+Z takes it back.</source>
        <translation>클릭하면 가중치가 그곳으로 옮겨집니다. Ctrl+Z로 되돌립니다.</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>전체 범위</translation>
    </message>
    <message>
        <source>Show the whole range again (Home).</source>
        <translation>Home: 전체 범위를 다시 보입니다.</translation>
    </message>
    <message>
        <source>Test data</source>
        <translation>테스트 데이터</translation>
    </message>
    <message>
        <source>Draw the test examples too, as hollow markers.</source>
        <translation>테스트 샘플도 속이 빈 점으로 그립니다.</translation>
    </message>
    <message>
        <source>Grid of the input</source>
        <translation>입력의 격자</translation>
    </message>
    <message>
        <source>Draw where the layers bend the lines of a grid that lies over the input.</source>
        <translation>입력 위에 놓인 격자의 선을 층이 어떻게 휘는지 그립니다.</translation>
    </message>
    <message>
        <source>Variance by component</source>
        <translation>주성분별 분산</translation>
    </message>
    <message>
        <source>The grid in the input</source>
        <translation>입력의 격자</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>표시 내용</translation>
    </message>
    <message>
        <source>The colour of a marker is its target: {}.</source>
        <translation>표식의 색은 정답({})을 나타냅니다.</translation>
    </message>
</context>
<context>
    <name>SlicePlot</name>
    <message>
        <source>Cost against one weight</source>
        <translation>가중치 하나에 따른 비용</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
</context>
<context>
    <name>SpacesHeader</name>
    <message>
        <source>Automatic range</source>
        <translation>자동 범위</translation>
    </message>
    <message>
        <source>Show the whole range again and keep following it.</source>
        <translation>전체 범위를 다시 보이고 계속 따라갑니다.</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>가로축</translation>
    </message>
    <message>
        <source>The neuron whose activation runs to the right.</source>
        <translation>활성값이 오른쪽으로 커지는 뉴런입니다.</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>세로축</translation>
    </message>
    <message>
        <source>The neuron whose activation runs upwards.</source>
        <translation>활성값이 위쪽으로 커지는 뉴런입니다.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>One layer</source>
        <translation>한 층만</translation>
    </message>
    <message>
        <source>Show the chosen layer alone and large (Enter), or all of them again (Esc).</source>
        <translation>Enter를 누르면 선택한 층만 크게 보고, Esc를 누르면 모든 층을 다시 봅니다.</translation>
    </message>
    <message>
        <source>From layer to layer</source>
        <translation>층에서 층으로</translation>
    </message>
    <message>
        <source>Take the examples from one layer&apos;s picture to the next. Each moves along a straight line: only the ends are layers of the network.</source>
        <translation>샘플을 한 층의 그림에서 다음 층의 그림으로 옮깁니다. 각 샘플은 직선을 따라 움직이며, 양 끝만 신경망의 층입니다.</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>이어 보기</translation>
    </message>
    <message>
        <source>The data as each layer sees them, on the plane that keeps most of their variance: the first two principal components.</source>
        <translation>층마다 보는 데이터를 분산이 가장 많이 남는 평면, 곧 첫째와 둘째 주성분 위에 그립니다.</translation>
    </message>
    <message>
        <source>The data on the plane of two neurons of each layer, with the grid of the input bent into it.</source>
        <translation>층마다 두 뉴런의 평면에 데이터와 휘어진 입력의 격자를 그립니다.</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>Two neurons</source>
        <translation>뉴런 둘</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>{share} of the way from {layer} to {next}</source>
        <translation>{layer}에서 {next}까지의 {share} 지점</translation>
    </message>
</context>
<context>
    <name>SpacesView</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Layer {}</source>
        <translation>{}층</translation>
    </message>
    <message>
        <source>Neuron {}</source>
        <translation>뉴런 {}</translation>
    </message>
    <message>
        <source>This layer gives the same for every example: there is no direction to look along.</source>
        <translation>이 층은 모든 샘플에 같은 값을 냅니다. 바라볼 방향이 없습니다.</translation>
    </message>
    <message>
        <source>Some activations of this layer are too large to be drawn.</source>
        <translation>이 층의 활성값 일부가 너무 커서 그릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Component {}</source>
        <translation>주성분 {}</translation>
    </message>
    <message>
        <source>How much of the variance of the targets a linear function of this layer&apos;s neurons explains (R², least squares on the training examples).</source>
        <translation>이 층 뉴런의 선형 함수가 정답의 분산을 설명하는 비율(R², 훈련 샘플에 대한 최소제곱법)입니다.</translation>
    </message>
    <message>
        <source>A linear function of it explains {share} of the targets.</source>
        <translation>선형 함수가 정답 분산의 {share}를 설명합니다.</translation>
    </message>
    <message>
        <source>{} shows one value: the markers are spread only to be seen.</source>
        <translation>{}: 값이 하나뿐이므로 표식을 보기 좋게 흩어 놓았습니다.</translation>
    </message>
    <message>
        <source>{layer}: {first} and {second}, of {n}.</source>
        <translation>{layer}: {n}개 중 {first}, {second}입니다.</translation>
    </message>
    <message>
        <source>{layer}: {first} and {second}.</source>
        <translation>{layer}: {first}, {second}입니다.</translation>
    </message>
    <message>
        <source>The thick line is where the output decides: it is straight here.</source>
        <translation>굵은 선은 출력이 판정하는 경계이며, 여기서는 곧은 선입니다.</translation>
    </message>
    <message>
        <source>The thick line is where the output decides, with the other neurons at their mean.</source>
        <translation>굵은 선은 나머지 뉴런을 평균값에 두었을 때 출력이 판정하는 경계입니다.</translation>
    </message>
    <message>
        <source>{:,} of {:,} examples</source>
        <translation>샘플 {1:,}개 중 {0:,}개</translation>
    </message>
    <message>
        <source>Test example {:,}</source>
        <translation>테스트 샘플 {:,}</translation>
    </message>
    <message>
        <source>Training example {:,}</source>
        <translation>훈련 샘플 {:,}</translation>
    </message>
    <message>
        <source>Note on the plot</source>
        <translation>그래프에 대한 설명</translation>
    </message>
    <message>
        <source>Nothing to look at yet: it appears with the first frame.</source>
        <translation>아직 볼 것이 없습니다. 첫 화면과 함께 나타납니다.</translation>
    </message>
    <message>
        <source>Looking at the layers …</source>
        <translation>층을 살펴보는 중 …</translation>
    </message>
    <message>
        <source>separable {share}</source>
        <translation>선형 분리 {share}</translation>
    </message>
    <message>
        <source>linear fit {share}</source>
        <translation>선형 적합 {share}</translation>
    </message>
    <message>
        <source>How many of the training examples straight cuts through this layer&apos;s space put on the side of their class: those of linear discriminant analysis on all its neurons, or on this picture alone where these get further. Other straight cuts may get further still.</source>
        <translation>이 층의 공간을 자르는 직선(평면) 경계만으로 제 클래스 쪽에 놓이는 훈련 샘플의 비율입니다. 경계는 층의 모든 뉴런에 대한 선형 판별 분석으로 구하며, 이 그림만으로 구한 경계가 더 나으면 그것을 씁니다. 다른 경계가 더 나을 수도 있습니다.</translation>
    </message>
    <message>
        <source>{layer} has two dimensions: all of it is in this picture.</source>
        <translation>{layer}: 차원이 2개라서 이 그림에 모두 담겨 있습니다.</translation>
    </message>
    <message>
        <source>{layer} has one dimension: all of it is in this strip.</source>
        <translation>{layer}: 차원이 1개라서 이 띠에 모두 담겨 있습니다.</translation>
    </message>
    <message>
        <source>{layer}: {share} of the variance is in this picture.</source>
        <translation>{layer}: 분산의 {share}가 이 그림에 담겨 있습니다.</translation>
    </message>
    <message>
        <source>The straight cut drawn puts {cut} of the training examples on their side.</source>
        <translation>그려진 직선 경계는 훈련 샘플의 {cut}를 제 쪽에 놓습니다.</translation>
    </message>
    <message>
        <source>The straight cut drawn knows only this picture and puts {cut} of the training examples right.</source>
        <translation>그려진 직선 경계는 이 그림만 보고 정한 것이며, 훈련 샘플의 {cut}를 맞힙니다.</translation>
    </message>
    <message>
        <source>The straight cut drawn knows only this picture and puts {cut} of the training examples right; a cut through all {n} dimensions {share}.</source>
        <translation>그려진 직선 경계는 이 그림만 보고 정한 것이며, 훈련 샘플의 {cut}를 맞힙니다. {n}개 차원을 모두 쓰는 경계는 {share}를 맞힙니다.</translation>
    </message>
    <message>
        <source>{layer} → {next}</source>
        <translation>{layer} → {next}</translation>
    </message>
    <message>
        <source>{share} of the way from {layer} to {next}: each example moves along a straight line from its place in one picture to its place in the other. What lies between is no layer of the network.</source>
        <translation>{layer} → {next}, {share} 지점: 각 샘플은 한 그림의 자리에서 다른 그림의 자리로 직선을 따라 움직입니다. 그 사이는 신경망의 층이 아닙니다.</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>{} updates/s</source>
        <translation>{} 업데이트/초</translation>
    </message>
    <message>
        <source>Updates of the weights in a second; one update uses one mini-batch.</source>
        <translation>1초 동안 가중치를 업데이트한 횟수입니다. 업데이트 한 번에 미니배치 하나를 씁니다.</translation>
    </message>
    <message>
        <source>{} frames/s</source>
        <translation>{} 프레임/초</translation>
    </message>
    <message>
        <source>Pictures of the training shown in a second.</source>
        <translation>1초 동안 보여 준 학습 화면의 수입니다.</translation>
    </message>
    <message>
        <source>cost {}</source>
        <translation>비용 {}</translation>
    </message>
    <message>
        <source>The cost on the training data / on the test data.</source>
        <translation>훈련 데이터의 비용 / 테스트 데이터의 비용입니다.</translation>
    </message>
    <message>
        <source>R² {}</source>
        <translation>R² {}</translation>
    </message>
    <message>
        <source>How much of the variation of the numbers to predict is explained, on the training data / on the test data: 1 is all, 0 no more than by always saying the mean. Of several numbers it is the mean.</source>
        <translation>예측할 수의 변동 가운데 설명된 비율입니다(훈련 데이터 / 테스트 데이터). 1이면 모두, 0이면 늘 평균만 답하는 것과 같습니다. 예측할 수가 여럿이면 그 평균입니다.</translation>
    </message>
    <message>
        <source>RMSE {}</source>
        <translation>RMSE {}</translation>
    </message>
    <message>
        <source>The root of the mean squared error, in the unit of the data, on the training data / on the test data. Of several numbers it stands in Results.</source>
        <translation>평균 제곱 오차의 제곱근을 데이터의 단위로 나타낸 값입니다(훈련 데이터 / 테스트 데이터). 예측할 수가 여럿이면 결과 화면에 있습니다.</translation>
    </message>
    <message>
        <source>accuracy {}</source>
        <translation>정확도 {}</translation>
    </message>
    <message>
        <source>The share of right answers on the training data / on the test data.</source>
        <translation>바르게 답한 비율입니다. 훈련 데이터 / 테스트 데이터 순입니다.</translation>
    </message>
    <message>
        <source>α {}</source>
        <translation>α {}</translation>
    </message>
    <message>
        <source>The learning rate of the next update: what the schedule makes of the one that is set.</source>
        <translation>다음 업데이트의 학습률입니다. 설정한 학습률에 일정을 적용한 값입니다.</translation>
    </message>
    <message>
        <source>State of the training</source>
        <translation>학습 상태</translation>
    </message>
    <message>
        <source>What the training is doing.</source>
        <translation>지금 학습이 어떤 상태인지 나타냅니다.</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>마지막 메시지</translation>
    </message>
    <message>
        <source>‖dW, db‖ {}</source>
        <translation>‖dW, db‖ {}</translation>
    </message>
    <message>
        <source>The norm of the gradient of the cost over all weights and biases, in the last update.</source>
        <translation>마지막 업데이트에서 모든 가중치와 편향에 대한 비용 그래디언트의 노름입니다.</translation>
    </message>
    <message>
        <source>● running</source>
        <translation>● 학습 중</translation>
    </message>
    <message>
        <source>○ paused</source>
        <translation>○ 일시 정지</translation>
    </message>
    <message>
        <source>▲ diverged</source>
        <translation>▲ 발산</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>State of the landscape</source>
        <translation>비용 지형의 상태</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>다시 계산</translation>
    </message>
    <message>
        <source>Compute the landscape around the weights as they are now.</source>
        <translation>지금 가중치 둘레의 비용 지형을 계산합니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop computing; what there is stays.</source>
        <translation>계산을 멈춥니다. 지금까지 나온 것은 남습니다.</translation>
    </message>
    <message>
        <source>Follow training</source>
        <translation>학습에 맞춰 갱신</translation>
    </message>
    <message>
        <source>Compute it again and again while the weights move.</source>
        <translation>가중치가 움직이는 동안 계속 다시 계산합니다.</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Your own formula</source>
        <translation>내 수식</translation>
    </message>
    <message>
        <source>Worked example</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>Worked examples: each opens a formula with its values.</source>
        <translation>풀이 예제입니다. 고르면 수식과 값이 열립니다.</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Forward {step} / {steps}</source>
        <translation>순전파 {step} / {steps}</translation>
    </message>
    <message>
        <source>{stand}: the inputs are given</source>
        <translation>{stand}: 입력이 주어짐</translation>
    </message>
    <message>
        <source>{stand}: {name} = {value}</source>
        <translation>{stand}: {name} = {value}</translation>
    </message>
    <message>
        <source>Backward {step} / {steps}</source>
        <translation>역전파 {step} / {steps}</translation>
    </message>
    <message>
        <source>{stand}: the output&apos;s own gradient is {seed}</source>
        <translation>{stand}: 출력 자신의 그래디언트는 {seed}</translation>
    </message>
    <message>
        <source>{stand}: through {name}</source>
        <translation>{stand}: {name} 통과</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Cost of all training examples: now {cost}, and after so many updates:</source>
        <translation>모든 훈련 샘플의 비용: 지금 {cost}, 아래는 업데이트 횟수별 비용:</translation>
    </message>
    <message>
        <source>Go on with {optimizer}</source>
        <translation>{optimizer} 선택하고 계속</translation>
    </message>
    <message>
        <source>Take it with learning rate {rate} and run from these weights; Ctrl+Z takes it back.</source>
        <translation>이 옵티마이저로 바꾸고 학습률을 {rate}에 맞춰 이 가중치에서 학습을 이어 갑니다. Ctrl+Z로 되돌립니다.</translation>
    </message>
    <message>
        <source>{rate} (next by the schedule: {next})</source>
        <translation>{rate} (일정에 따른 다음 값: {next})</translation>
    </message>
    <message>
        <source>{optimizer}: learning rate {rate}, step of length {length}.</source>
        <translation>{optimizer}의 학습률은 {rate}, 스텝의 길이는 {length}입니다.</translation>
    </message>
    <message>
        <source>It has no moments.</source>
        <translation>모멘트가 없습니다.</translation>
    </message>
    <message>
        <source>It goes on with the moments of this session.</source>
        <translation>이 세션의 모멘트를 이어받습니다.</translation>
    </message>
    <message>
        <source>It begins with fresh moments: this session has none of its.</source>
        <translation>이 세션에 그 모멘트가 없으므로 새 모멘트로 시작합니다.</translation>
    </message>
    <message>
        <source>It diverges: after update {count} a weight is no finite number.</source>
        <translation>발산합니다. 업데이트 {count} 뒤에 유한하지 않은 가중치가 생깁니다.</translation>
    </message>
</context>
<context>
    <name>StepsTable</name>
    <message>
        <source>Next step of each optimizer</source>
        <translation>옵티마이저별 다음 스텝</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>in plane</source>
        <translation>평면 안</translation>
    </message>
    <message>
        <source>after {count}</source>
        <translation>{count}회 뒤</translation>
    </message>
</context>
<context>
    <name>SuitingNote</name>
    <message>
        <source>Network, weights and settings stayed as they were.</source>
        <translation>신경망과 가중치, 설정은 그대로입니다.</translation>
    </message>
    <message>
        <source>Take settings that suit these data</source>
        <translation>이 데이터에 맞는 설정 쓰기</translation>
    </message>
    <message>
        <source>Open the preset made for these data: its network, its settings, new weights; Undo takes it back.</source>
        <translation>이 데이터를 위한 프리셋을 엽니다. 신경망과 설정, 가중치가 새로 바뀌며, 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>All examples, learned from or not.</source>
        <translation>학습에 쓰든 쓰지 않든 모든 샘플을 봅니다.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>The examples that the network learns from.</source>
        <translation>신경망이 학습에 쓰는 샘플을 봅니다.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>The examples that the network never learns from.</source>
        <translation>신경망이 학습에 쓰지 않는 샘플을 봅니다.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Which of the predicted values is looked at.</source>
        <translation>예측값 가운데 어느 것을 볼지 고릅니다.</translation>
    </message>
    <message>
        <source>There are no test examples: lower the share of training data.</source>
        <translation>테스트 샘플이 없습니다. 훈련 샘플 비율을 낮추십시오.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>The share of examples that are classified correctly.</source>
        <translation>바르게 분류한 샘플의 비율입니다.</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>How many examples are taken for another class.</source>
        <translation>다른 클래스로 예측한 샘플의 수입니다.</translation>
    </message>
    <message>
        <source>Which share of the variation the predictions explain: 1 is perfect, 0 no better than the mean.</source>
        <translation>예측이 변동을 설명하는 비율입니다. 1이면 완벽하고, 0이면 평균보다 낫지 않습니다.</translation>
    </message>
    <message>
        <source>The root of the mean squared residual, in the units of what is predicted.</source>
        <translation>잔차 제곱의 평균에 제곱근을 씌운 값으로, 예측하는 값과 단위가 같습니다.</translation>
    </message>
    <message>
        <source>The mean size of a residual, in the units of what is predicted.</source>
        <translation>잔차의 절댓값을 평균한 값으로, 예측하는 값과 단위가 같습니다.</translation>
    </message>
</context>
<context>
    <name>SurfacePlot</name>
    <message>
        <source>Cost over a plane</source>
        <translation>평면 위의 비용</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Which colour stands for which cost.</source>
        <translation>어떤 색이 어떤 비용을 나타내는지 보입니다.</translation>
    </message>
</context>
<context>
    <name>TakingLine</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Keep the network that you have.</source>
        <translation>지금의 신경망을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Progress of the network that was clicked</source>
        <translation>클릭한 신경망의 진행 정도</translation>
    </message>
</context>
<context>
    <name>TallyPanel</name>
    <message>
        <source>Reveal</source>
        <translation>공개</translation>
    </message>
    <message>
        <source>Show the right answer, and how many had it</source>
        <translation>정답과 맞힌 학생 수를 보입니다</translation>
    </message>
    <message>
        <source>Answer the question without a vote; the counts are forgotten</source>
        <translation>투표 없이 답합니다. 센 수는 지워집니다</translation>
    </message>
    <message>
        <source>No vote</source>
        <translation>투표 취소</translation>
    </message>
    <message>
        <source>Hands for {letter}: {answer}</source>
        <translation>{letter}에 든 손: {answer}</translation>
    </message>
    <message>
        <source>{count} of {all} · {share}%</source>
        <translation>{all}명 중 {count}명 · {share}%</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>Hands: {count}</source>
        <translation>손 든 학생: {count}명</translation>
    </message>
    <message>
        <source>{right} of {count} had it right</source>
        <translation>{count}명 중 {right}명이 맞혔습니다</translation>
    </message>
</context>
<context>
    <name>TargetSwitch</name>
    <message>
        <source>Predict</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>as numbers</source>
        <translation>수치로</translation>
    </message>
    <message>
        <source>A regression: the output is a number on a scale.</source>
        <translation>회귀: 출력은 눈금 위의 수입니다.</translation>
    </message>
    <message>
        <source>as classes</source>
        <translation>클래스로</translation>
    </message>
    <message>
        <source>A classification: each different value is a class.</source>
        <translation>분류: 서로 다른 값 하나하나가 클래스입니다.</translation>
    </message>
    <message>
        <source>Predict {column}</source>
        <translation>{column} 예측</translation>
    </message>
</context>
<context>
    <name>TermFlow</name>
    <message>
        <source>Terms</source>
        <translation>항</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Drag to go back to any recorded epoch: weights, maps and curves follow. Run goes on from there.</source>
        <translation>끌면 기록된 어느 에포크로든 돌아갑니다. 가중치와 지도, 곡선이 따라오며, 학습 시작을 누르면 그곳에서 이어집니다.</translation>
    </message>
    <message>
        <source>State shown</source>
        <translation>보고 있는 상태</translation>
    </message>
    <message>
        <source>Memory of the timeline</source>
        <translation>타임라인의 메모리</translation>
    </message>
    <message>
        <source>Newest state</source>
        <translation>최신 상태</translation>
    </message>
    <message>
        <source>Go to the newest recorded state.</source>
        <translation>기록된 가장 최신 상태로 갑니다.</translation>
    </message>
    <message>
        <source>nothing recorded yet</source>
        <translation>아직 기록 없음</translation>
    </message>
    <message>
        <source>epoch {shown} of {last}</source>
        <translation>에포크 {shown} / {last}</translation>
    </message>
    <message>
        <source>At most {size} MiB</source>
        <translation>최대 {size} MiB</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>newest state</source>
        <translation>최신 상태</translation>
    </message>
    <message>
        <source>{used} of {budget} MiB: {count} states, one every {stride} epochs. When the memory is full, every second one goes.</source>
        <translation>{budget} MiB 중 {used} MiB: 상태 {count}개, {stride}에포크마다 하나. 메모리가 가득 차면 하나 걸러 하나씩 지워집니다.</translation>
    </message>
    <message>
        <source>Fork here</source>
        <translation>여기서 갈라 보기</translation>
    </message>
    <message>
        <source>Go two ways from the state shown, and compare them (K).</source>
        <translation>단축키 K: 지금 보이는 상태에서 두 갈래로 나아가며 비교합니다.</translation>
    </message>
</context>
<context>
    <name>TrainingToolBar</name>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Epoch and update</source>
        <translation>에포크와 업데이트</translation>
    </message>
    <message>
        <source>How many times training went through the examples, and updates made</source>
        <translation>학습이 모든 샘플을 거친 횟수와 업데이트한 횟수입니다</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>How fast training goes while it runs</source>
        <translation>학습을 진행하는 빠르기입니다</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Open a ready-made experiment</source>
        <translation>준비된 실험을 엽니다</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>Epoch {epoch} · update {update}</source>
        <translation>에포크 {epoch} · 업데이트 {update}</translation>
    </message>
</context>
<context>
    <name>TypedAnswer</name>
    <message>
        <source>Your answer: {expected}</source>
        <translation>답: {expected}</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Judge the answer (Enter)</source>
        <translation>답을 확인합니다 (Enter)</translation>
    </message>
</context>
<context>
    <name>UndoMirror</name>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Everything that can be taken back</source>
        <translation>되돌릴 수 있는 모든 작업</translation>
    </message>
</context>
<context>
    <name>VarianceBars</name>
    <message>
        <source>Variance by component</source>
        <translation>주성분별 분산</translation>
    </message>
    <message>
        <source>How much of the variance each principal component has; the picture shows the first two.</source>
        <translation>주성분마다 분산을 얼마나 차지하는지 나타냅니다. 그림에는 처음 둘을 보입니다.</translation>
    </message>
    <message>
        <source>Component {number}</source>
        <translation>주성분 {number}</translation>
    </message>
</context>
<context>
    <name>VerdictLine</name>
    <message>
        <source>Cancelled before it was complete.</source>
        <translation>끝나기 전에 취소했습니다.</translation>
    </message>
    <message>
        <source>Checking every weight and bias …</source>
        <translation>모든 가중치와 편향을 검사하는 중 …</translation>
    </message>
    <message>
        <source>All {n} arrays differ.</source>
        <translation>배열 {n}개가 모두 다릅니다.</translation>
    </message>
    <message>
        <source>{k} of {n} arrays differ: {names} and more.</source>
        <translation>배열 {n}개 중 {k}개가 다릅니다. {names} 등입니다.</translation>
    </message>
    <message>
        <source>{k} of {n} arrays differ: {names}.</source>
        <translation>배열 {n}개 중 다른 것은 {k}개, {names}입니다.</translation>
    </message>
    <message>
        <source>With ε = {epsilon} the central difference itself is inexact: choose another ε.</source>
        <translation>ε = {epsilon}에서는 중앙 차분 자체가 부정확합니다. 다른 ε를 고르십시오.</translation>
    </message>
    <message>
        <source>Nothing could be judged here: see below.</source>
        <translation>여기서는 아무것도 판정할 수 없습니다. 아래를 보십시오.</translation>
    </message>
    <message>
        <source>All {n} arrays agree, although a mistake is switched on: on these examples it makes no difference.</source>
        <translation>실수를 켰는데도 배열 {n}개가 모두 일치합니다. 이 샘플들에서는 차이가 나지 않습니다.</translation>
    </message>
</context>
<context>
    <name>WalkPanel</name>
    <message>
        <source>Made at update {made}; training is at {now}.</source>
        <translation>업데이트 {made} 때의 계산입니다. 학습은 {now}까지 갔습니다.</translation>
    </message>
    <message>
        <source>Made before the weights or the training settings were changed.</source>
        <translation>가중치나 학습 설정이 바뀌기 전에 만들었습니다.</translation>
    </message>
    <message>
        <source>One update, step by step</source>
        <translation>업데이트 한 번을 단계별로</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Wall of networks</source>
        <translation>신경망의 벽</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>test cost</source>
        <translation>테스트 비용</translation>
    </message>
    <message>
        <source>training cost</source>
        <translation>훈련 비용</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>시드 {seed}</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>{score_name} {score}</source>
        <translation>{score_name} {score}</translation>
    </message>
    <message>
        <source>{name}
{value} at epoch {epoch}
Click: this network becomes the one you train and inspect</source>
        <translation>{name}
에포크 {epoch}에서 {value}
클릭: 이 신경망을 훈련하고 살펴보는 신경망으로 삼습니다</translation>
    </message>
    <message>
        <source>Network {number}: {name}</source>
        <translation>신경망 {number}: {name}</translation>
    </message>
    <message>
        <source>best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>typical</source>
        <translation>중간</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>최저</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Sorted by {score}, best first</source>
        <translation>{score} 순, 좋은 것부터</translation>
    </message>
    <message>
        <source>Choose what varies and how many seeds, and press “Run all”:
each network appears here as it learns.</source>
        <translation>달라질 설정과 시드 수를 고르고 모두 실행을 누르십시오.
학습하는 모든 신경망이 여기에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>WayCard</name>
    <message>
        <source>{way}: what it is computed from</source>
        <translation>{way}: 계산에 쓰인 값</translation>
    </message>
    <message>
        <source>{matrix} is {size}: {blocks} blocks of {n}×{n}, each with one number of {factor} on its diagonal.</source>
        <translation>{matrix}: {size} 행렬로, {n}×{n} 블록 {blocks}개가 있고 블록마다 대각선에 {factor}의 수 하나가 놓입니다.</translation>
    </message>
    <message>
        <source>{matrix} would be {size}: only {entries} entries can differ from zero, and it is never built.</source>
        <translation>{matrix}: 만든다면 {size} 행렬이지만, 0이 아닐 수 있는 성분은 {entries}개뿐이어서 실제로 만들지는 않습니다.</translation>
    </message>
</context>
<context>
    <name>WeightGrid</name>
    <message>
        <source>First layer&apos;s weights as images</source>
        <translation>이미지로 본 첫째 층의 가중치</translation>
    </message>
    <message>
        <source>Arrow keys choose a neuron.</source>
        <translation>방향키로 뉴런을 고릅니다.</translation>
    </message>
    <message>
        <source>Output {name}</source>
        <translation>출력 {name}</translation>
    </message>
    <message>
        <source>Neuron {name}</source>
        <translation>뉴런 {name}</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>{low}에서 {high}까지</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>{row}행 {column}열: {value}</translation>
    </message>
</context>
<context>
    <name>WeightPane</name>
    <message>
        <source>One scale</source>
        <translation>같은 눈금</translation>
    </message>
    <message>
        <source>Each its own</source>
        <translation>따로따로</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>색의 눈금</translation>
    </message>
    <message>
        <source>Give the strongest colour to the largest weight of all, or of each image.</source>
        <translation>전체에서 가장 큰 가중치, 또는 이미지마다 가장 큰 가중치에 가장 진한 색을 줍니다.</translation>
    </message>
    <message>
        <source>Weights into each output</source>
        <translation>출력마다 들어오는 가중치</translation>
    </message>
    <message>
        <source>Weights into layer 1</source>
        <translation>1층에 들어오는 가중치</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Weights make a picture only if the features are the pixels x1 … x{n} in order; feature {number} is {feature} instead of {wanted}.</source>
        <translation>특성이 차례대로 픽셀 x1 … x{n}일 때만 가중치가 그림이 됩니다. {number}번 특성이 {wanted} 대신 {feature}입니다.</translation>
    </message>
    <message>
        <source>Weights make a picture only if the features are the pixels x1 … x{n} in order; there are only {given}.</source>
        <translation>특성이 차례대로 픽셀 x1 … x{n}일 때만 가중치가 그림이 됩니다. 지금은 {given}개뿐입니다.</translation>
    </message>
    <message>
        <source>Ink on a blue pixel raises the neuron&apos;s sum, on an orange one it lowers it; zero is neutral.</source>
        <translation>파란 픽셀에 그리면 뉴런의 가중합이 커지고, 주황 픽셀에 그리면 작아집니다. 0은 중간색입니다.</translation>
    </message>
</context>
<context>
    <name>WeightPicker</name>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>The layer whose weights these are.</source>
        <translation>어느 층의 가중치인지 고릅니다.</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>The neuron that the weight belongs to: the row of the matrix.</source>
        <translation>가중치가 속한 뉴런, 곧 행렬의 행을 고릅니다.</translation>
    </message>
    <message>
        <source>Input of the neuron</source>
        <translation>뉴런의 입력</translation>
    </message>
    <message>
        <source>Where the weight comes from: the column of the matrix, or the bias.</source>
        <translation>가중치가 어디에서 오는지, 곧 행렬의 열이나 편향을 고릅니다.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>Layer {}</source>
        <translation>{}층</translation>
    </message>
    <message>
        <source>neuron {}</source>
        <translation>뉴런 {}</translation>
    </message>
    <message>
        <source>from {}</source>
        <translation>{}에서</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
</context>
<context>
    <name>WorstCases</name>
    <message>
        <source>Worst first: true → predicted</source>
        <translation>오차가 큰 순: 정답 → 예측</translation>
    </message>
    <message>
        <source>Worst cases</source>
        <translation>오차가 큰 샘플</translation>
    </message>
    <message>
        <source>Worst first: confidence, true → predicted</source>
        <translation>오차가 큰 순: 확신도, 정답 → 예측</translation>
    </message>
    <message>
        <source>Test example {number}</source>
        <translation>테스트 샘플 {number}</translation>
    </message>
    <message>
        <source>Training example {number}</source>
        <translation>훈련 샘플 {number}</translation>
    </message>
    <message>
        <source>true {true}, predicted {predicted}</source>
        <translation>정답 {true}, 예측 {predicted}</translation>
    </message>
    <message>
        <source>residual {residual}</source>
        <translation>잔차 {residual}</translation>
    </message>
    <message>
        <source>confidence {share}</source>
        <translation>확신도 {share}</translation>
    </message>
    <message>
        <source>Click to walk through it in Backprop.</source>
        <translation>누르면 역전파에서 단계별로 봅니다.</translation>
    </message>
    <message>
        <source>cost {cost}</source>
        <translation>비용 {cost}</translation>
    </message>
</context>
<context>
    <name>backprop</name>
    <message>
        <source>{title}, layer {layer}</source>
        <translation>{layer}층 {title}</translation>
    </message>
</context>
<context>
    <name>closing</name>
    <message>
        <source>Saving</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Saving the session …</source>
        <translation>세션을 저장하는 중 …</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>창 열어 두기</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Backpropagation Playground</source>
        <translation>Backpropagation Playground</translation>
    </message>
    <message>
        <source>Version {version}. See a neural network learn: edit it, train it live, and look at every weight and gradient. Free software under the MIT license.</source>
        <translation>버전 {version}. 신경망이 배우는 모습을 봅니다. 신경망을 고치고, 바로 학습시키며, 모든 가중치와 그래디언트를 들여다봅니다. MIT 라이선스를 따르는 자유 소프트웨어입니다.</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Confusion matrix of the test examples</source>
        <translation>테스트 샘플의 혼동 행렬</translation>
    </message>
    <message>
        <source>Confusion matrix of the training examples</source>
        <translation>훈련 샘플의 혼동 행렬</translation>
    </message>
    <message>
        <source>Cost and accuracy while training</source>
        <translation>학습 중의 비용과 정확도</translation>
    </message>
    <message>
        <source>Cost while training</source>
        <translation>학습 중의 비용</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
    <message>
        <source>cost {cost}</source>
        <translation>비용 {cost}</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>가중치와 편향</translation>
    </message>
    <message>
        <source>Test examples and predicted classes</source>
        <translation>테스트 샘플과 예측한 클래스</translation>
    </message>
    <message>
        <source>Training examples and predicted classes</source>
        <translation>훈련 샘플과 예측한 클래스</translation>
    </message>
    <message>
        <source>wrong: true class → predicted class</source>
        <translation>틀림: 정답 클래스 → 예측한 클래스</translation>
    </message>
    <message>
        <source>Network {sizes}</source>
        <translation>신경망 {sizes}</translation>
    </message>
    <message>
        <source>training examples</source>
        <translation>훈련 샘플</translation>
    </message>
    <message>
        <source>test examples</source>
        <translation>테스트 샘플</translation>
    </message>
</context>
<context>
    <name>images</name>
    <message>
        <source>All images</source>
        <translation>모든 이미지</translation>
    </message>
    <message>
        <source>Wrong only</source>
        <translation>틀린 것만</translation>
    </message>
    <message>
        <source>Right only</source>
        <translation>맞힌 것만</translation>
    </message>
    <message>
        <source>Train + test</source>
        <translation>훈련 + 테스트</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>순서대로</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>비용이 큰 순</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>  accuracy  train {train:&gt;10}   test {test:&gt;10}</source>
        <translation>  정확도    훈련 {train:&gt;10}   테스트 {test:&gt;10}</translation>
    </message>
    <message>
        <source>  cost      train {train:&gt;10}   test {test:&gt;10}</source>
        <translation>  비용      훈련 {train:&gt;10}   테스트 {test:&gt;10}</translation>
    </message>
    <message>
        <source>  {name:8}  train {train:&gt;10}   test {test:&gt;10}</source>
        <translation>  {name:8}  훈련 {train:&gt;10}   테스트 {test:&gt;10}</translation>
    </message>
    <message>
        <source>--at {setting}: NAME=VALUE was expected, such as x=-2</source>
        <translation>--at {setting}: x=-2처럼 이름=값 형식이어야 합니다</translation>
    </message>
    <message>
        <source>--export {text}: weights are written to a file ending in {weights}; for {ending}: playground export TARGET {text}</source>
        <translation>--export {text}: 가중치는 이름이 {weights}(으)로 끝나는 파일에 저장합니다. {ending} 파일은 playground export TARGET {text} 명령으로 만드십시오</translation>
    </message>
    <message>
        <source>--size: an animation of at most {most_pixels:,} pixels a frame was expected</source>
        <translation>--size: 애니메이션은 한 프레임이 {most_pixels:,}픽셀을 넘지 않아야 합니다</translation>
    </message>
    <message>
        <source>; predict and export to .onnx or .py work without them</source>
        <translation>. predict 명령과 .onnx, .py 내보내기는 데이터 없이도 됩니다</translation>
    </message>
    <message>
        <source>Backprop: Gradient check</source>
        <translation>역전파: 그래디언트 검사</translation>
    </message>
    <message>
        <source>Backprop: Three ways</source>
        <translation>역전파: 세 가지 계산법</translation>
    </message>
    <message>
        <source>Backprop: Walk</source>
        <translation>역전파: 단계별 보기</translation>
    </message>
    <message>
        <source>Copy &amp;view as text</source>
        <translation>보기를 텍스트로 복사(&amp;V)</translation>
    </message>
    <message>
        <source>Ne&amp;xt step of every optimizer</source>
        <translation>옵티마이저별 다음 스텝(&amp;X)</translation>
    </message>
    <message>
        <source>The cost stays at {cost}. The cause is still being looked for: other first weights are tried; {scores}.</source>
        <translation>{scores}. 비용이 {cost}에 머물러 있어, 다른 처음 가중치를 시험하며 원인을 아직 찾고 있습니다.</translation>
    </message>
    <message>
        <source>This is one path only; the neuron reaches the cost through every neuron behind it, and the paths add.</source>
        <translation>경로 하나뿐입니다. 이 뉴런은 뒤 층의 모든 뉴런을 거쳐 비용에 이르므로 경로마다 온 값을 더합니다.</translation>
    </message>
    <message>
        <source>a drawing holds at most {most_points:,} points; erase some first</source>
        <translation>점은 {most_points:,}개까지 찍을 수 있습니다. 먼저 몇 개를 지우십시오</translation>
    </message>
    <message>
        <source>a feature has no value for this image</source>
        <translation>이 이미지에서는 어떤 특성의 값을 구할 수 없습니다</translation>
    </message>
    <message>
        <source>a jitter of {strength}, expected a share of the axes from 0 to 1</source>
        <translation>흔들기 세기가 {strength}입니다. 축 길이에 대한 비율로 0 이상 1 이하여야 합니다</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>a list of {low} to {high} formulas</source>
        <translation>식 {low}개 이상 {high}개 이하의 목록</translation>
    </message>
    <message>
        <source>a list of {low} to {high} layers</source>
        <translation>층 {low}개 이상 {high}개 이하의 목록</translation>
    </message>
    <message>
        <source>a note that no program has written</source>
        <translation>어떤 프로그램도 쓰지 않는 메모</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수 입력</translation>
    </message>
    <message>
        <source>a number from {low:.12g} to {high:.12g}</source>
        <translation>{low:.12g} 이상 {high:.12g} 이하의 수</translation>
    </message>
    <message>
        <source>a point that is not finite, expected two coordinates and a class</source>
        <translation>유한하지 않은 점이 있습니다. 두 좌표와 클래스가 필요합니다</translation>
    </message>
    <message>
        <source>a preset&apos;s id</source>
        <translation>프리셋의 id</translation>
    </message>
    <message>
        <source>a surface over two weights, expected two different ones</source>
        <translation>곡면의 두 가중치는 서로 달라야 합니다</translation>
    </message>
    <message>
        <source>a timeline of {n_bytes:.4g} MiB, expected {low} to {high} MiB</source>
        <translation>타임라인이 {n_bytes:.4g} MiB입니다. {low} MiB 이상 {high} MiB 이하여야 합니다</translation>
    </message>
    <message>
        <source>a weight of {value}, expected a finite number that {dtype} can hold</source>
        <translation>가중치 {value}은(는) 쓸 수 없습니다. {dtype}에 담을 수 있는 유한한 수여야 합니다</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>a whole number from {low:.12g} to {high:.12g}</source>
        <translation>{low:.12g} 이상 {high:.12g} 이하의 정수</translation>
    </message>
    <message>
        <source>a worked example&apos;s id</source>
        <translation>풀이 예제의 id</translation>
    </message>
    <message>
        <source>an empty file name: the name of a file was expected</source>
        <translation>파일 이름이 비어 있습니다. 파일 이름을 적으십시오</translation>
    </message>
    <message>
        <source>an empty name, expected at least one letter</source>
        <translation>이름이 비어 있습니다. 한 글자 이상이어야 합니다</translation>
    </message>
    <message>
        <source>an image of {count} pixels, expected {shape}</source>
        <translation>이미지가 {count}픽셀입니다. {shape}픽셀이어야 합니다</translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation>중괄호로 묶은 객체</translation>
    </message>
    <message>
        <source>axes {across} and {up}, expected two different ones of {n_inputs} inputs</source>
        <translation>축 {across}와(과) {up}은(는) 쓸 수 없습니다. 입력 {n_inputs}개 중 서로 다른 둘이어야 합니다</translation>
    </message>
    <message>
        <source>cost {cost}</source>
        <translation>비용 {cost}</translation>
    </message>
    <message>
        <source>data.features[{row}]: {formulas} takes values too large for {dtype}; expected at most {largest:.3g}</source>
        <translation>data.features[{row}]: {formulas}의 값이 {dtype}에 담기에는 너무 큽니다. {largest:.3g} 이하여야 합니다</translation>
    </message>
    <message>
        <source>data.source.points[0]: expected at least one coordinate and a class</source>
        <translation>data.source.points[0]: 좌표 하나 이상과 클래스가 필요합니다</translation>
    </message>
    <message>
        <source>data: values to predict too large for {dtype}; expected at most {largest:.3g}</source>
        <translation>data: 예측할 값이 {dtype}에 담기에는 너무 큽니다. {largest:.3g} 이하여야 합니다</translation>
    </message>
    <message>
        <source>dataset: a regression problem has no classes</source>
        <translation>데이터: 회귀 문제에는 클래스가 없어야 합니다</translation>
    </message>
    <message>
        <source>dataset: expected one name per row of X and of Y</source>
        <translation>데이터: X와 Y의 행마다 이름이 하나씩 필요합니다</translation>
    </message>
    <message>
        <source>did you mean {name!r}? Known: {names}</source>
        <translation>{name!r}을(를) 쓰려고 하셨습니까? 쓸 수 있는 이름: {names}</translation>
    </message>
    <message>
        <source>did you mean {names}?</source>
        <translation>{names}을(를) 쓰려고 하셨습니까?</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>error: something went wrong inside the program ({kind}); {details}</source>
        <translation>오류: 프로그램 내부에서 문제가 생겼습니다({kind}). {details}</translation>
    </message>
    <message>
        <source>error: {problem}</source>
        <translation>오류: {problem}</translation>
    </message>
    <message>
        <source>experiment: a text holds characters that no file can (half of a surrogate pair)</source>
        <translation>실험: 파일에 쓸 수 없는 문자(서로게이트 반쪽)가 들어 있습니다. 그 문자를 지우십시오</translation>
    </message>
    <message>
        <source>gradient check failed for {names}: the relative error of {name} reaches {max_relative_error:.1e}</source>
        <translation>{names}의 그래디언트 검사가 맞지 않습니다. {name}의 상대 오차가 {max_relative_error:.1e}에 이릅니다</translation>
    </message>
    <message>
        <source>has no value</source>
        <translation>값이 없습니다</translation>
    </message>
    <message>
        <source>history</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>중단되었습니다</translation>
    </message>
    <message>
        <source>known: {names}</source>
        <translation>쓸 수 있는 이름: {names}</translation>
    </message>
    <message>
        <source>layer {layer}: neurons {pair} and {pair2}, it has {size}</source>
        <translation>{layer}층: 뉴런 {pair}와(과) {pair2}을(를) 골랐으나 뉴런은 {size}개입니다</translation>
    </message>
    <message>
        <source>line {line}, column {column}: {reason}</source>
        <translation>{line}번째 줄 {column}번째 글자: {reason}</translation>
    </message>
    <message>
        <source>network.dtype: the weights are too large for {dtype}, expected new ones first</source>
        <translation>network.dtype: 가중치가 {dtype}에 담기에는 너무 큽니다. 먼저 가중치를 새로 정하십시오</translation>
    </message>
    <message>
        <source>network.output_activation: {output} gives class probabilities, but the data are numbers to predict; expected linear or another activation</source>
        <translation>network.output_activation: {output}은(는) 클래스 확률을 내지만 예측할 것은 수입니다. linear나 다른 활성화 함수를 고르십시오</translation>
    </message>
    <message>
        <source>neurons of {count} layers, the network has {count2}</source>
        <translation>{count}개 층의 뉴런을 골랐으나 신경망의 층은 {count2}개입니다</translation>
    </message>
    <message>
        <source>no point to draw, expected at least one</source>
        <translation>찍을 점이 없습니다. 하나 이상 필요합니다</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>텍스트가 없습니다</translation>
    </message>
    <message>
        <source>not JSON: it ends too early</source>
        <translation>JSON이 아닙니다. 중간에서 끝납니다</translation>
    </message>
    <message>
        <source>not JSON: line {line}, column {column}: {reason}</source>
        <translation>JSON이 아닙니다. {line}번째 줄 {column}번째 글자: {reason}</translation>
    </message>
    <message>
        <source>not JSON: {reason}</source>
        <translation>JSON이 아닙니다: {reason}</translation>
    </message>
    <message>
        <source>not an ordinary file</source>
        <translation>일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>not enough memory; close other programs, or use smaller data</source>
        <translation>메모리가 부족합니다. 다른 프로그램을 닫거나 더 작은 데이터를 사용하십시오</translation>
    </message>
    <message>
        <source>nothing is typed; expected a formula such as q = x + y</source>
        <translation>입력한 것이 없습니다. q = x + y 같은 수식을 쓰십시오</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation>{names} 중 하나</translation>
    </message>
    <message>
        <source>standard output could not be written: {reason}</source>
        <translation>표준 출력에 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>stopped at epoch {epoch} of {epochs}, after {updates:,} {updates:update|updates}</source>
        <translation>전체 {epochs}에포크 중 {epoch}에포크에서 업데이트 {updates:,}번 뒤에 멈췄습니다</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>the activations A</source>
        <translation>활성값 A</translation>
    </message>
    <message>
        <source>the cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>the data are no images with classes</source>
        <translation>데이터가 클래스가 있는 이미지가 아닙니다</translation>
    </message>
    <message>
        <source>the details are in {file}</source>
        <translation>자세한 내용은 {file}에 있습니다</translation>
    </message>
    <message>
        <source>the feature {formula!r} cannot be exported: a part of it has no finite value</source>
        <translation>특성 {formula!r}을(를) 내보낼 수 없습니다. 수식의 일부가 유한한 값이 아닙니다</translation>
    </message>
    <message>
        <source>the feature {formula!r} cannot be exported: {operation} works on whole arrays</source>
        <translation>특성 {formula!r}을(를) 내보낼 수 없습니다. {operation}은(는) 배열 전체에 대한 연산입니다</translation>
    </message>
    <message>
        <source>the feature {formula!r} cannot be exported: {problem}</source>
        <translation>특성 {formula!r}을(를) 내보낼 수 없습니다: {problem}</translation>
    </message>
    <message>
        <source>the gradient dW</source>
        <translation>그래디언트 dW</translation>
    </message>
    <message>
        <source>the gradient dZ</source>
        <translation>그래디언트 dZ</translation>
    </message>
    <message>
        <source>the moments before this change are forgotten; expected a larger timeline for that</source>
        <translation>이 변경 전의 순간은 남아 있지 않습니다. 되돌아가려면 타임라인을 더 크게 하십시오</translation>
    </message>
    <message>
        <source>the training cost is {train} and the test cost {test}; always answering the mean would cost {base} and {test_base}</source>
        <translation>훈련 비용은 {train}, 테스트 비용은 {test}입니다. 늘 평균으로 답하면 각각 {base}, {test_base}입니다</translation>
    </message>
    <message>
        <source>the update leads to weights that are not finite; lower the learning rate</source>
        <translation>이 업데이트로 가중치가 유한하지 않게 됩니다. 학습률을 낮추십시오</translation>
    </message>
    <message>
        <source>the weighted sums Z</source>
        <translation>가중합 Z</translation>
    </message>
    <message>
        <source>the weights W</source>
        <translation>가중치 W</translation>
    </message>
    <message>
        <source>there is no display to open the window on; {headless}</source>
        <translation>창을 열 화면이 없습니다. {headless}</translation>
    </message>
    <message>
        <source>there is no field {path!r} to change</source>
        <translation>바꿀 항목 {path!r}이(가) 없습니다</translation>
    </message>
    <message>
        <source>there is no moment {first} to go to, expected {first2} to {first3}</source>
        <translation>되돌아갈 순간 {first}이(가) 없습니다. {first2} 이상 {first3} 이하여야 합니다</translation>
    </message>
    <message>
        <source>there is no pinned run {number}</source>
        <translation>고정한 실행 {number}이(가) 없습니다</translation>
    </message>
    <message>
        <source>there is no point at ({at:.4g}, {at2:.4g}) to move</source>
        <translation>({at:.4g}, {at2:.4g})에 옮길 점이 없습니다</translation>
    </message>
    <message>
        <source>there is no update to apply; expected a walkthrough first</source>
        <translation>적용할 업데이트가 없습니다. 먼저 단계별 보기를 시작하십시오</translation>
    </message>
    <message>
        <source>this is the beginning: there is no update to take back</source>
        <translation>처음입니다. 되돌릴 업데이트가 없습니다</translation>
    </message>
    <message>
        <source>training example {example}, expected one of {value}</source>
        <translation>훈련 샘플 {example}이(가) 없습니다. 샘플은 {value}개입니다</translation>
    </message>
    <message>
        <source>training.cost: {name} needs values to predict from {low:g} to {high:g}; those of the data go from {min:.4g} to {max:.4g}</source>
        <translation>training.cost: {name}은(는) 예측할 값이 {low:g} 이상 {high:g} 이하여야 합니다. 데이터의 값은 {min:.4g}부터 {max:.4g}까지입니다</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false</translation>
    </message>
    <message>
        <source>unknown kind of surface {kind!r}, expected one of {planes}</source>
        <translation>곡면 종류 {kind!r}을(를) 알 수 없습니다. {planes} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>unknown speed {name!r}, expected one of {paces}</source>
        <translation>속도 {name!r}을(를) 알 수 없습니다. {paces} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>weights and biases of the shapes {shapes}, the data and the layers need {needed}</source>
        <translation>가중치와 편향의 모양이 {shapes}입니다. 데이터와 층에는 {needed}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>weights or training settings have changed since this walkthrough; make a new one</source>
        <translation>이 단계별 보기를 시작한 뒤에 가중치나 학습 설정이 바뀌었습니다. 새 단계별 보기를 시작하십시오</translation>
    </message>
    <message>
        <source>weights that are not finite, expected numbers that {dtype} can hold</source>
        <translation>유한하지 않은 가중치가 있습니다. {dtype}에 담을 수 있는 수여야 합니다</translation>
    </message>
    <message>
        <source>weights: {error}</source>
        <translation>가중치: {error}</translation>
    </message>
    <message>
        <source>what &apos;Copy settings as text&apos; makes, or the JSON text of an experiment, was expected</source>
        <translation>&apos;설정을 텍스트로 복사&apos;로 만든 텍스트나 실험의 JSON 텍스트가 필요합니다</translation>
    </message>
    <message>
        <source>{content}, trained anew from initial weights</source>
        <translation>{content}, 초기 가중치에서 다시 학습함</translation>
    </message>
    <message>
        <source>{experiment}: how its numbers are spread, epochs {first:,} to {last:,}</source>
        <translation>{experiment}: 값의 분포, {first:,}~{last:,}에포크</translation>
    </message>
    <message>
        <source>{fspath}: the columns differ in length: {lengths}</source>
        <translation>{fspath}: 열의 길이가 서로 다릅니다: {lengths}</translation>
    </message>
    <message>
        <source>{key}: missing; add it</source>
        <translation>{key}: 빠져 있습니다. 추가하십시오</translation>
    </message>
    <message>
        <source>{key}: unknown key; {known}</source>
        <translation>{key}: 알 수 없는 키입니다. {known}</translation>
    </message>
    <message>
        <source>{most_pins} runs are pinned already, which is the most; remove one first</source>
        <translation>이미 최대 개수인 {most_pins}개의 실행을 고정했습니다. 먼저 하나를 지우십시오</translation>
    </message>
    <message>
        <source>{n:,} {n:row|rows}, R² {r2}, RMSE {rmse}</source>
        <translation>행 {n:,}개, R² {r2}, RMSE {rmse}</translation>
    </message>
    <message>
        <source>{n:,} {n:row|rows}, accuracy {accuracy}</source>
        <translation>행 {n:,}개, 정확도 {accuracy}</translation>
    </message>
    <message>
        <source>{name} is no worked example; {known}</source>
        <translation>{name}은(는) 없는 풀이 예제입니다. {known}</translation>
    </message>
    <message>
        <source>{name}: {epochs:,} {epochs:epoch|epochs}, {updates:,} {updates:update|updates} in {seconds:.2f} s ({speed:,.0f} updates/s)</source>
        <translation>{name}: {epochs:,}에포크, 업데이트 {updates:,}번, {seconds:.2f}초(초당 {speed:,.0f}번)</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} 또는 {other}</translation>
    </message>
    <message>
        <source>{option} {language!r}: expected one of {languages}</source>
        <translation>{option} {language!r}: {languages} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>{option} {path}: the same file as {other}; different ones were expected</source>
        <translation>{option} {path}: {other}와(과) 같은 파일입니다. 서로 다른 파일이어야 합니다</translation>
    </message>
    <message>
        <source>{out}: --dtype is for an {graph} file only</source>
        <translation>{out}: --dtype는 {graph} 파일에만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>{out}: --{name} is for a picture only</source>
        <translation>{out}: --{name}은(는) 그림에만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>{out}: a file ending in .png was expected</source>
        <translation>{out}: 이름이 .png로 끝나는 파일이어야 합니다</translation>
    </message>
    <message>
        <source>{out}: a file ending in {formats} was expected</source>
        <translation>{out}: 이름이 {formats} 중 하나로 끝나는 파일이어야 합니다</translation>
    </message>
    <message>
        <source>{out}: a script of that name would import itself; another name was expected</source>
        <translation>{out}: 이런 이름의 스크립트는 자기 자신을 불러오게 됩니다. 다른 이름을 쓰십시오</translation>
    </message>
    <message>
        <source>{package}: the program&apos;s own folder {name!r} is missing; install the program again</source>
        <translation>{package}: 프로그램 폴더 {name!r}이(가) 없습니다. 프로그램을 다시 설치하십시오</translation>
    </message>
    <message>
        <source>{place}.inputs: {both} is also to be predicted; one of the two was expected</source>
        <translation>{place}.inputs: {both}은(는) 예측할 열이기도 합니다. 둘 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>{place}.text: larger than {max_pasted} MB; save such a table as a file</source>
        <translation>{place}.text: {max_pasted} MB를 넘습니다. 이런 표는 파일로 저장하십시오</translation>
    </message>
    <message>
        <source>{place}.unit: {unit} is out of range; a finite number above 0 was expected</source>
        <translation>{place}.unit: {unit}은(는) 범위를 벗어납니다. 0보다 큰 유한한 수여야 합니다</translation>
    </message>
    <message>
        <source>{place}.{key}: a column is named twice</source>
        <translation>{place}.{key}: 같은 열을 두 번 적었습니다. 하나를 지우십시오</translation>
    </message>
    <message>
        <source>{place}.{key}: {count} columns; at most {max_names} are read</source>
        <translation>{place}.{key}: 열이 {count}개입니다. {max_names}개까지 읽습니다</translation>
    </message>
    <message>
        <source>{place}: x{inputs} is too many inputs; at most x{max_inputs} is read</source>
        <translation>{place}: x{inputs}은(는) 입력이 너무 많습니다. x{max_inputs}까지 읽습니다</translation>
    </message>
    <message>
        <source>{place}: {count} elements; {expected} was expected</source>
        <translation>{place}: 요소가 {count}개입니다. {expected}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{place}: {value} is not a finite number; {expected} was expected</source>
        <translation>{place}: {value}은(는) 유한한 수가 아닙니다. {expected}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{place}: {value} is not allowed; {expected} was expected</source>
        <translation>{place}: {value}은(는) 쓸 수 없습니다. {expected}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{place}: {value} is not known; {known}</source>
        <translation>{place}: {value}을(를) 알 수 없습니다. {known}</translation>
    </message>
    <message>
        <source>{place}: {value} is out of range; {expected} was expected</source>
        <translation>{place}: {value}은(는) 범위를 벗어납니다. {expected}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{place}[{index}]: longer than {max_formula_length} characters</source>
        <translation>{place}[{index}]: {max_formula_length}자를 넘습니다</translation>
    </message>
    <message>
        <source>{place}[{index}]: {features} is listed twice</source>
        <translation>{place}[{index}]: {features}이(가) 두 번 적혀 있습니다</translation>
    </message>
    <message>
        <source>{preset_id} is not a preset; {known}</source>
        <translation>{preset_id}은(는) 프리셋이 아닙니다. {known}</translation>
    </message>
    <message>
        <source>{problem}; see {prog} --help</source>
        <translation>{problem}. {prog} --help를 보십시오</translation>
    </message>
    <message>
        <source>{problem}; the last finite weights are in {file}</source>
        <translation>{problem}. 마지막으로 유한했던 가중치는 {file}에 있습니다</translation>
    </message>
    <message>
        <source>{sentence} ({count} of {m} examples)</source>
        <translation>{sentence} (샘플 {m}개 중 {count}개)</translation>
    </message>
    <message>
        <source>{sentence} And {count} more like it.</source>
        <translation>{sentence} 같은 것이 {count}개 더 있습니다.</translation>
    </message>
    <message>
        <source>{setting} {value} instead of {other}</source>
        <translation>{setting} {value} (지금 {other})</translation>
    </message>
    <message>
        <source>{size} weights and biases, expected {size2}</source>
        <translation>가중치와 편향이 {size}개입니다. {size2}개여야 합니다</translation>
    </message>
    <message>
        <source>{text!r}: the name of a file was expected</source>
        <translation>{text!r}: 파일 이름이어야 합니다</translation>
    </message>
    <message>
        <source>{text}: a file ending in {endings} was expected, or a preset: {known}</source>
        <translation>{text}: 이름이 {endings} 중 하나로 끝나는 파일이나 프리셋이어야 합니다. 프리셋: {known}</translation>
    </message>
    <message>
        <source>{text}: it is a folder; the name of a file was expected</source>
        <translation>{text}: 폴더입니다. 파일 이름이어야 합니다</translation>
    </message>
    <message>
        <source>{text}: it is not an ordinary file; choose another name</source>
        <translation>{text}: 일반 파일이 아닙니다. 다른 이름을 고르십시오</translation>
    </message>
    <message>
        <source>{text}: it is read-only; choose another name</source>
        <translation>{text}: 읽기 전용입니다. 다른 이름을 고르십시오</translation>
    </message>
    <message>
        <source>{text}: no settings</source>
        <translation>{text}: 설정이 아닙니다</translation>
    </message>
    <message>
        <source>{text}: the folder {parent} cannot be written to; choose another</source>
        <translation>{text}: 폴더 {parent}에 쓸 수 없습니다. 다른 폴더를 고르십시오</translation>
    </message>
    <message>
        <source>{text}: there is no folder {parent}; make it first, or choose another</source>
        <translation>{text}: 폴더 {parent}이(가) 없습니다. 먼저 만들거나 다른 폴더를 고르십시오</translation>
    </message>
    <message>
        <source>{train}% of the training examples and {test}% of the test examples are right; always answering the most common class would be {base}% and {test_base}%</source>
        <translation>훈련 샘플의 {train}%, 테스트 샘플의 {test}%를 맞힙니다. 늘 가장 많은 클래스로 답하면 각각 {base}%, {test_base}%입니다</translation>
    </message>
    <message>
        <source>{trouble}; {out} shows the last finite state</source>
        <translation>{trouble}. {out}에는 마지막으로 유한했던 상태가 있습니다</translation>
    </message>
    <message>
        <source>{where} {path}: no such value in an experiment; {hint}</source>
        <translation>{where} {path}: 실험에 그런 값이 없습니다. {hint}</translation>
    </message>
    <message>
        <source>{where} {path}: there is no element {step}; the list has {count}, counted from 0</source>
        <translation>{where} {path}: 요소 {step}이(가) 없습니다. 목록에는 0부터 세어 {count}개가 있습니다</translation>
    </message>
    <message>
        <source>{where} {setting}: KEY=VALUE was expected, such as training.learning_rate=0.1</source>
        <translation>{where} {setting}: training.learning_rate=0.1처럼 키=값 형식이어야 합니다</translation>
    </message>
    <message>
        <source>{where}: a text holds characters that no file can (half of a surrogate pair)</source>
        <translation>{where}: 파일에 쓸 수 없는 문자(서로게이트 반쪽)가 들어 있습니다. 그 문자를 지우십시오</translation>
    </message>
    <message>
        <source>{where}: a zip archive (perhaps weights: .npz); the JSON text of an experiment was expected</source>
        <translation>{where}: ZIP 압축 파일입니다(.npz 가중치일 수 있습니다). 실험의 JSON 텍스트여야 합니다</translation>
    </message>
    <message>
        <source>{where}: byte {start} is not UTF-8 text</source>
        <translation>{where}: {start}번째 바이트가 UTF-8 텍스트가 아닙니다. UTF-8로 저장하십시오</translation>
    </message>
    <message>
        <source>{where}: could not be brought from version {before} to {after}: {error}; open it in the version that wrote it, and save it again</source>
        <translation>{where}: 버전 {before}에서 {after}(으)로 바꿀 수 없습니다: {error}. 이 파일을 쓴 버전에서 열어 다시 저장하십시오</translation>
    </message>
    <message>
        <source>{where}: data.source: {expected} was expected</source>
        <translation>{where}: data.source: {expected}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{where}: data.standardize_targets: {cost} compares shares from 0 to 1, and standardized numbers are none; expected false, or another cost such as half_squared_error</source>
        <translation>{where}: data.standardize_targets: {cost}은(는) 0과 1 사이의 비율을 비교하는데 표준화한 수는 그렇지 않습니다. false로 하거나 half_squared_error 같은 다른 비용을 고르십시오</translation>
    </message>
    <message>
        <source>{where}: its data, {path}, cannot be read: {reason}{spared}</source>
        <translation>{where}: 데이터 파일 {path}을(를) 읽을 수 없습니다: {reason}{spared}</translation>
    </message>
    <message>
        <source>{where}: larger than {max_bytes} MB, the most an experiment file may have</source>
        <translation>{where}: 실험 파일의 최대 크기인 {max_bytes} MB를 넘습니다</translation>
    </message>
    <message>
        <source>{where}: larger than {max_bytes} MB, the most that settings may have</source>
        <translation>{where}: 설정의 최대 크기인 {max_bytes} MB를 넘습니다</translation>
    </message>
    <message>
        <source>{where}: schema_version: missing, so this is no experiment file; {current} was expected</source>
        <translation>{where}: schema_version이 없어 실험 파일이 아닙니다. {current}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{where}: the data of these settings, {file}, are not on this computer; settings name a file of data without holding it: bring it to the same place, or open it here and choose them again</source>
        <translation>{where}: 이 설정의 데이터 {file}이(가) 이 컴퓨터에 없습니다. 설정은 데이터 파일의 이름만 담습니다. 파일을 같은 곳에 두거나, 여기에서 열고 설정을 다시 고르십시오</translation>
    </message>
    <message>
        <source>{where}: training.cost: {cost} needs outputs from {low:g} to {high:g}, which the output activation {output} does not keep to; with {output}, one of {allowed} was expected</source>
        <translation>{where}: training.cost: {cost}에는 {low:g} 이상 {high:g} 이하의 출력이 필요한데, 출력 활성화 함수 {output}은(는) 이 범위를 지키지 않습니다. {output}에는 {allowed} 중 하나를 고르십시오</translation>
    </message>
    <message>
        <source>{where}: {key}: numbers above zero were expected</source>
        <translation>{where}: {key}: 0보다 큰 수여야 합니다</translation>
    </message>
    <message>
        <source>{where}: {path}: longer than {max_text} characters</source>
        <translation>{where}: {path}: {max_text}자를 넘습니다</translation>
    </message>
    <message>
        <source>{where}: {path}: {count} names; from 1 to {max_names} were expected</source>
        <translation>{where}: {path}: 이름이 {count}개입니다. 1개 이상 {max_names}개 이하여야 합니다</translation>
    </message>
    <message>
        <source>{where}: {path}: {value} is not a finite number; {expected} was expected</source>
        <translation>{where}: {path}: {value}은(는) 유한한 수가 아닙니다. {expected}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{where}: {value} at the top; an experiment is an object in braces</source>
        <translation>{where}: 맨 위가 {value}입니다. 실험은 중괄호로 묶은 객체입니다</translation>
    </message>
    <message>
        <source>{where}no value for {missing}; {needed} was expected</source>
        <translation>{where}{missing}의 값이 없습니다. {needed}을(를) 추가하십시오</translation>
    </message>
    <message>
        <source>{word!r} is not a command; {known}</source>
        <translation>{word!r}은(는) 명령이 아닙니다. {known}</translation>
    </message>
    <message>
        <source>{file}: not enough memory to read it; close other programs, or take fewer rows</source>
        <translation>{file}: 메모리가 모자라 읽을 수 없습니다. 다른 프로그램을 닫거나 행을 줄이십시오</translation>
    </message>
    <message>
        <source>{name}: not enough memory; close other programs, or take fewer examples</source>
        <translation>{name}: 메모리가 모자랍니다. 다른 프로그램을 닫거나 샘플을 줄이십시오</translation>
    </message>
    <message>
        <source>{name}: something unexpected went wrong ({error}); its details are in the log</source>
        <translation>{name}: 예기치 않은 문제가 생겼습니다({error}). 자세한 내용은 로그에 있습니다</translation>
    </message>
    <message>
        <source>Backward pass complete: {steps} {steps:gate|gates}</source>
        <translation>역전파 완료: 게이트 {steps}개</translation>
    </message>
    <message>
        <source>&amp;Course</source>
        <translation>과정(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>용어집(&amp;G)</translation>
    </message>
    <message>
        <source>+, − or 0</source>
        <translation>+, −, 0 가운데 하나</translation>
    </message>
    <message>
        <source>A ReLU whose weighted sum is below 0 for every example: its slope is 0, it learns no more.</source>
        <translation>모든 샘플에서 가중합이 0보다 작은 ReLU입니다. 기울기가 0이므로 더 이상 학습하지 못합니다.</translation>
    </message>
    <message>
        <source>A number that each neuron adds to its weighted sum, whatever the inputs are: it moves the threshold.</source>
        <translation>입력이 무엇이든 뉴런마다 가중합에 더하는 수로, 문턱값을 옮깁니다.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Activations A of {n:,} training examples</source>
        <translation>훈련 샘플 {n:,}개의 활성값 A</translation>
    </message>
    <message>
        <source>Adds the sizes of all weights to what is made small: weights that are of no use become 0.</source>
        <translation>줄이려는 값에 모든 가중치의 절댓값을 더합니다. 쓸모없는 가중치는 0이 됩니다.</translation>
    </message>
    <message>
        <source>Adds the squares of all weights to what is made small: large weights shrink.</source>
        <translation>줄이려는 값에 모든 가중치의 제곱을 더합니다. 큰 가중치가 작아집니다.</translation>
    </message>
    <message>
        <source>Adds up what it gets, each input times its weight, adds its bias, and sends the sum through g.</source>
        <translation>받은 입력마다 가중치를 곱해 모두 더하고, 편향을 더한 뒤, 그 합을 g에 통과시킵니다.</translation>
    </message>
    <message>
        <source>All gradients of the network together have the length ‖dθ‖ = {norm}, and {limit} is the most: whatever is longer is shortened to it, by the same factor c everywhere.</source>
        <translation>신경망의 모든 그래디언트를 합한 길이는 ‖dθ‖ = {norm}이고 최대 길이는 {limit}입니다. 더 길면 모든 곳에 같은 배수 c를 곱해 그 길이로 줄입니다.</translation>
    </message>
    <message>
        <source>Almost: “{second}” needs “{first}” before it.</source>
        <translation>거의 맞았습니다. “{second}” 앞에 “{first}”이(가) 먼저 있어야 합니다.</translation>
    </message>
    <message>
        <source>As many updates as it takes to have looked at every training example once.</source>
        <translation>훈련 샘플을 모두 한 번씩 볼 때까지의 업데이트들입니다.</translation>
    </message>
    <message>
        <source>B does without a hidden neuron: its weights to the layer above are 0 from here on.</source>
        <translation>B에서는 은닉 뉴런 하나를 끕니다. 위층으로 가는 가중치가 여기서부터 0입니다.</translation>
    </message>
    <message>
        <source>Backward pass (backpropagation)</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Bends the weighted sum. Without it, any number of layers could do no more than a single one: draw a straight boundary.</source>
        <translation>가중합을 구부립니다. 이것이 없으면 층이 아무리 많아도 한 층과 마찬가지로 곧은 경계만 그을 수 있습니다.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Cancelled: the terms of {cell} are not 0, they add up to 0.</source>
        <translation>상쇄: {cell}의 항들은 0이 아니지만 더하면 0입니다.</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>칸</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>연쇄 법칙</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>Copy the view that has the focus, or the one under the mouse; a right click offers a picture too</source>
        <translation>초점이 있는 보기나 마우스 아래의 보기를 복사합니다. 오른쪽 클릭으로 그림으로도 복사합니다</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Cost change</source>
        <translation>비용 변화량</translation>
    </message>
    <message>
        <source>Count the negative factors: an even number of them gives +, an odd number −.</source>
        <translation>음수인 인수를 세어 보십시오. 짝수 개이면 +, 홀수 개이면 −입니다.</translation>
    </message>
    <message>
        <source>Curves, below</source>
        <translation>아래쪽 곡선</translation>
    </message>
    <message>
        <source>Data, at the left</source>
        <translation>왼쪽 데이터</translation>
    </message>
    <message>
        <source>Dead neuron</source>
        <translation>죽은 뉴런</translation>
    </message>
    <message>
        <source>Dropped: dropout leaves neuron {neuron} of layer {layer} out of example {example} in this update.</source>
        <translation>빠짐: 이 업데이트에서 드롭아웃이 샘플 {example}에서 {layer}층의 뉴런 {neuron}을(를) 뺐습니다.</translation>
    </message>
    <message>
        <source>Each activation below times its weight, all added up, and the bias: what a neuron has gathered.</source>
        <translation>아래층의 활성화마다 가중치를 곱해 모두 더하고 편향을 더한 값으로, 뉴런이 모은 것입니다.</translation>
    </message>
    <message>
        <source>Each layer multiplies by slopes below 1, so that hardly anything is left for the first layers: they learn far more slowly than the last.</source>
        <translation>층마다 1보다 작은 기울기가 곱해져 처음 층들에는 거의 남는 것이 없습니다. 그 층들은 마지막 층보다 훨씬 느리게 배웁니다.</translation>
    </message>
    <message>
        <source>Each layer multiplies by weights well above 1: the steps get too long, the cost leaps to ∞.</source>
        <translation>층마다 1보다 훨씬 큰 가중치가 곱해져 스텝이 너무 길어지고 비용이 ∞로 치솟습니다.</translation>
    </message>
    <message>
        <source>Each weight is moved a little up and down and the cost is computed both times: what comes out must be the gradient of backpropagation.</source>
        <translation>가중치를 하나씩 조금 늘리고 줄여 두 번 다 비용을 계산합니다. 그렇게 얻은 값이 역전파의 그래디언트와 같아야 합니다.</translation>
    </message>
    <message>
        <source>Elementwise product</source>
        <translation>성분별 곱</translation>
    </message>
    <message>
        <source>Entry times entry at the same place; both matrices have the same shape.</source>
        <translation>같은 자리의 성분끼리 곱합니다. 두 행렬의 크기가 같아야 합니다.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Epoch {epoch:,} of {epochs:,}</source>
        <translation>에포크 {epoch:,} / {epochs:,}</translation>
    </message>
    <message>
        <source>Euclidean length (Frobenius norm of a matrix)</source>
        <translation>유클리드 길이 (행렬은 프로베니우스 노름)</translation>
    </message>
    <message>
        <source>Every entry of one matrix times the whole of another. Written with it, the gradient of all weights is one row; the outer product is the short way to the same numbers.</source>
        <translation>한 행렬의 성분마다 다른 행렬 전체를 곱한 것입니다. 이것으로 쓰면 모든 가중치의 그래디언트가 한 행이 되며, 외적은 같은 수를 얻는 짧은 길입니다.</translation>
    </message>
    <message>
        <source>Every letter and term on screen: what it is, its shape, its formula, where it is seen</source>
        <translation>화면에 나오는 모든 기호와 용어: 뜻, 크기, 식, 보이는 곳</translation>
    </message>
    <message>
        <source>Every one of {n:,} networks solves it ({goal} or better).</source>
        <translation>신경망 {n:,}개 모두 기준({goal} 또는 더 좋은 값)에 이르렀습니다.</translation>
    </message>
    <message>
        <source>Examples kept aside: the network is measured by them and never learns from them.</source>
        <translation>따로 남겨 둔 샘플입니다. 이것으로 신경망을 평가하며, 학습에는 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Exploding gradient</source>
        <translation>그래디언트 폭주</translation>
    </message>
    <message>
        <source>Flat: {activation}, the activation of layer {layer}, has the slope 0 wherever z is: here z = {Z} and g′(z) = 0. No gradient ever comes through it, so no weight below can learn.</source>
        <translation>평평함: {layer}층의 활성화 함수 {activation}은(는) z가 어디든 기울기가 0입니다. 여기서는 z = {Z}, g′(z) = 0입니다. 그래디언트가 전혀 통과하지 못하므로 그 아래의 가중치는 배울 수 없습니다.</translation>
    </message>
    <message>
        <source>For every weight and bias, how much the cost rises when that one is raised a little. A step against it makes the cost smaller.</source>
        <translation>가중치와 편향마다, 그것을 조금 늘리면 비용이 얼마나 늘어나는지 나타냅니다. 그 반대쪽으로 가면 비용이 줄어듭니다.</translation>
    </message>
    <message>
        <source>Forward pass</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>From the cost back to the first layer: each layer gets its gradients from those of the layer above, and nothing is computed twice.</source>
        <translation>비용에서 첫째 층까지 거슬러 갑니다. 층마다 위층의 그래디언트에서 자기 그래디언트를 얻으며, 같은 것을 두 번 계산하지 않습니다.</translation>
    </message>
    <message>
        <source>From the inputs to the outputs and the cost, layer by layer: first Z, then A.</source>
        <translation>입력에서 출력과 비용까지 층마다 먼저 Z, 다음에 A를 계산합니다.</translation>
    </message>
    <message>
        <source>Go on with {optimizer}</source>
        <translation>{optimizer}(으)로 계속</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>그래디언트 검사</translation>
    </message>
    <message>
        <source>Gradient of the activations</source>
        <translation>활성화의 그래디언트</translation>
    </message>
    <message>
        <source>Gradient of the biases</source>
        <translation>편향의 그래디언트</translation>
    </message>
    <message>
        <source>Gradient of the weighted sums</source>
        <translation>가중합의 그래디언트</translation>
    </message>
    <message>
        <source>Gradient of the weights</source>
        <translation>가중치의 그래디언트</translation>
    </message>
    <message>
        <source>Gradients dW, by their size</source>
        <translation>그래디언트 dW의 크기</translation>
    </message>
    <message>
        <source>Health, below</source>
        <translation>아래쪽 진단</translation>
    </message>
    <message>
        <source>Here dA was multiplied by the activation itself; the factor is its slope g′(z).</source>
        <translation>여기서는 dA에 활성값 자체를 곱했습니다. 곱할 인수는 활성화 함수의 기울기 g′(z)입니다.</translation>
    </message>
    <message>
        <source>Here the weighted sum z of the neuron before was taken; the weight multiplies its activation a.</source>
        <translation>여기서는 앞 뉴런의 가중합 z를 썼습니다. 가중치가 곱하는 것은 그 활성값 a입니다.</translation>
    </message>
    <message>
        <source>Hi&amp;stograms over the epochs…</source>
        <translation>에포크별 히스토그램(&amp;S)…</translation>
    </message>
    <message>
        <source>How long a step is: the update subtracts the gradient times this. Too large, the cost jumps; too small, it hardly moves.</source>
        <translation>스텝의 길이로, 업데이트는 그래디언트에 이 수를 곱해 뺍니다. 너무 크면 비용이 튀고, 너무 작으면 거의 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>How many examples one update looks at: the columns of X, Z and A.</source>
        <translation>업데이트 한 번에 보는 샘플의 수로, X, Z, A의 열 개수입니다.</translation>
    </message>
    <message>
        <source>How many neurons a layer has; n₀ is the number of inputs.</source>
        <translation>층에 있는 뉴런의 수입니다. n₀은 입력의 수입니다.</translation>
    </message>
    <message>
        <source>How much better than always answering the mean: 1 is perfect, 0 is no better, below 0 is worse.</source>
        <translation>늘 평균으로 답하는 것보다 얼마나 나은지 나타냅니다. 1이면 완벽하고, 0이면 더 나을 것이 없고, 0보다 작으면 더 나쁩니다.</translation>
    </message>
    <message>
        <source>How much the activation changes when the weighted sum changes a little. Every gradient that comes back through a neuron is multiplied by it.</source>
        <translation>가중합이 조금 변할 때 활성화가 얼마나 변하는지 나타냅니다. 뉴런을 거슬러 지나는 그래디언트에는 모두 이것이 곱해집니다.</translation>
    </message>
    <message>
        <source>How strongly each neuron listens to each one below it. Row 2, column 3 belongs to the connection from neuron 3 below to neuron 2 here. Training changes them.</source>
        <translation>뉴런이 아래층의 뉴런 각각에 얼마나 귀를 기울이는지 나타냅니다. 2행 3열은 아래층의 뉴런 3에서 이 층의 뉴런 2로 가는 연결입니다. 학습이 이 값을 바꿉니다.</translation>
    </message>
    <message>
        <source>How the cost changes when a bias changes a little: the mean of dZ over the examples.</source>
        <translation>편향이 조금 변할 때 비용이 어떻게 변하는지 나타내며, 샘플들에 대한 dZ의 평균입니다.</translation>
    </message>
    <message>
        <source>How the cost changes when a weight changes a little: the error above the connection times the activation below it, averaged over the examples.</source>
        <translation>가중치가 조금 변할 때 비용이 어떻게 변하는지 나타냅니다. 연결 위쪽의 오차에 아래쪽의 활성화를 곱하고 샘플들에 대해 평균합니다.</translation>
    </message>
    <message>
        <source>How the cost of an example changes when a weighted sum changes a little: the error that reaches a neuron.</source>
        <translation>가중합이 조금 변할 때 샘플의 비용이 어떻게 변하는지 나타내며, 뉴런에 전해진 오차입니다.</translation>
    </message>
    <message>
        <source>How the cost of an example changes when an activation changes a little.</source>
        <translation>활성화가 조금 변할 때 샘플의 비용이 어떻게 변하는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Input zero: {cell} = 0, so whatever it is multiplied by is 0.</source>
        <translation>입력이 0: {cell} = 0이므로 무엇을 곱해도 0입니다.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>It stands where its activation is flat: the slope g′ is almost 0, and the gradient is lost there.</source>
        <translation>활성화 함수가 평평한 곳에 있는 뉴런입니다. 기울기 g′이 거의 0이어서 그래디언트가 거기서 사라집니다.</translation>
    </message>
    <message>
        <source>It would be 0 only if one of its factors were 0; none is.</source>
        <translation>인수 가운데 하나가 0이어야 0이 되는데, 0인 인수가 없습니다.</translation>
    </message>
    <message>
        <source>Jacobian</source>
        <translation>야코비 행렬</translation>
    </message>
    <message>
        <source>Kronecker product</source>
        <translation>크로네커 곱</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>비용 지형</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Layers that have weights: the hidden ones and the output layer. The inputs are layer 0.</source>
        <translation>가중치가 있는 층, 곧 은닉층과 출력층의 수입니다. 입력은 0층입니다.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Lessons that ask and answer, from the first run to your own table</source>
        <translation>첫 실행부터 나의 표까지, 묻고 답하는 레슨</translation>
    </message>
    <message>
        <source>Memory of the gradients</source>
        <translation>그래디언트의 기억</translation>
    </message>
    <message>
        <source>Memory of the squared gradients</source>
        <translation>그래디언트 제곱의 기억</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>미니배치</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>Neurons of a layer</source>
        <translation>층의 뉴런 수</translation>
    </message>
    <message>
        <source>Neurons side by side, which all read the same layer below.</source>
        <translation>나란히 놓여 모두 같은 아래층을 읽는 뉴런들입니다.</translation>
    </message>
    <message>
        <source>No error: output {output} is its target, a = {A} = y.</source>
        <translation>오차 없음: 출력 {output}은(는) a = {A} = y이므로 정답과 같습니다.</translation>
    </message>
    <message>
        <source>Not connected: all weights from neuron {neuron} of layer {layer} to the layer above are 0, so the cost does not depend on it.</source>
        <translation>연결되지 않음: {layer}층의 뉴런 {neuron}에서 위층으로 가는 가중치가 모두 0이어서 비용이 이 뉴런에 따라 변하지 않습니다.</translation>
    </message>
    <message>
        <source>Not connected: all weights into neuron {neuron} of layer {layer} and its bias are 0, so it hears nothing.</source>
        <translation>연결되지 않음: {layer}층의 뉴런 {neuron}(으)로 들어오는 가중치와 편향이 모두 0이어서 아무것도 전해지지 않습니다.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>Number of examples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Number of layers</source>
        <translation>층 수</translation>
    </message>
    <message>
        <source>Off: neuron {neuron} of layer {layer} has z = {Z}, which is not above 0, so g′(z) = 0 and no gradient comes through.</source>
        <translation>꺼짐: {layer}층의 뉴런 {neuron}은(는) z = {Z}이고 0보다 크지 않으므로 g′(z) = 0이고 그래디언트가 지나가지 못합니다.</translation>
    </message>
    <message>
        <source>One change of all weights and biases, from the gradient of one mini-batch.</source>
        <translation>미니배치 하나의 그래디언트로 모든 가중치와 편향을 한 번 바꾸는 것입니다.</translation>
    </message>
    <message>
        <source>One number that says how wrong the network is: the mean over the examples. Training makes it smaller.</source>
        <translation>신경망이 얼마나 틀렸는지 말해 주는 수 하나로, 샘플들에 대한 평균입니다. 학습은 이것을 줄입니다.</translation>
    </message>
    <message>
        <source>One of the factors is 0 here, so all of it is 0.</source>
        <translation>여기서는 인수 하나가 0이므로 전체가 0입니다.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Output, at the right</source>
        <translation>오른쪽 출력</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>과적합</translation>
    </message>
    <message>
        <source>R squared</source>
        <translation>결정계수</translation>
    </message>
    <message>
        <source>Reached.</source>
        <translation>목표에 이르렀습니다.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>맞았습니다.</translation>
    </message>
    <message>
        <source>Rounded: {cell} is too small to be written, and became 0.</source>
        <translation>반올림: {cell}이(가) 너무 작아 적을 수 없어 0이 되었습니다.</translation>
    </message>
    <message>
        <source>Rows and columns are exchanged: rows first.</source>
        <translation>행과 열이 바뀌었습니다. 행을 먼저 씁니다.</translation>
    </message>
    <message>
        <source>Rows become columns: forward W is read row by row, backward Wᵀ sends the errors the other way.</source>
        <translation>행이 열이 됩니다. 순전파에서는 W를 행마다 읽고, 역전파에서는 Wᵀ가 오차를 거꾸로 보냅니다.</translation>
    </message>
    <message>
        <source>Saturated neuron</source>
        <translation>포화된 뉴런</translation>
    </message>
    <message>
        <source>Saturated: neuron {neuron} of layer {layer} stands where {activation} is flat. z = {Z}, a = {A}, and its slope g′(z) = {D} lets almost nothing of the gradient through.</source>
        <translation>포화: {layer}층의 뉴런 {neuron}은(는) {activation}이(가) 평평한 곳에 있습니다. z = {Z}, a = {A}이고, 기울기 g′(z) = {D}이어서 그래디언트가 거의 지나가지 못합니다.</translation>
    </message>
    <message>
        <source>Settings, at the left</source>
        <translation>왼쪽 설정</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>부호</translation>
    </message>
    <message>
        <source>Silent: neuron {neuron} of layer {layer} hands on a = g({Z}) = 0.</source>
        <translation>침묵: {layer}층의 뉴런 {neuron}이(가) a = g({Z}) = 0을 넘겨줍니다.</translation>
    </message>
    <message>
        <source>Slope of the activation function</source>
        <translation>활성화 함수의 기울기</translation>
    </message>
    <message>
        <source>Target zero: y = 0 for output {output}, and this cost looks only at the output whose target is not 0.</source>
        <translation>정답이 0: 출력 {output}의 정답은 y = 0이고, 이 비용은 정답이 0이 아닌 출력만 봅니다.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>테스트 데이터</translation>
    </message>
    <message>
        <source>The answer is {answer}.</source>
        <translation>정답은 {answer}입니다.</translation>
    </message>
    <message>
        <source>The bias is missing: z = w·a + b.</source>
        <translation>편향이 빠졌습니다. z = w·a + b입니다.</translation>
    </message>
    <message>
        <source>The digits are right; the decimal point is in another place.</source>
        <translation>숫자는 맞지만 소수점의 자리가 다릅니다.</translation>
    </message>
    <message>
        <source>The examples that the weights are fitted to.</source>
        <translation>가중치를 맞추는 데 쓰는 샘플입니다.</translation>
    </message>
    <message>
        <source>The factor g′(z) is missing: the gradient goes through the activation before it reaches the bias.</source>
        <translation>인수 g′(z)가 빠졌습니다. 그래디언트는 편향에 닿기 전에 활성화 함수를 지나갑니다.</translation>
    </message>
    <message>
        <source>The factor g′(z) is missing: the gradient goes through the activation before it reaches the weight.</source>
        <translation>인수 g′(z)가 빠졌습니다. 그래디언트는 가중치에 닿기 전에 활성화 함수를 지나갑니다.</translation>
    </message>
    <message>
        <source>The factor g′(z) is missing: this is dA, before it went back through the activation.</source>
        <translation>인수 g′(z)가 빠졌습니다. 이 값은 활성화 함수를 거슬러 지나기 전의 dA입니다.</translation>
    </message>
    <message>
        <source>The factor g′(z) of the layer behind is missing: dZ comes back through the weights, not dA.</source>
        <translation>뒤 층의 인수 g′(z)가 빠졌습니다. 가중치를 지나 돌아오는 것은 dA가 아니라 dZ입니다.</translation>
    </message>
    <message>
        <source>The few training examples that one update looks at; the gradient is their mean.</source>
        <translation>업데이트 한 번에 보는 몇 개의 훈련 샘플입니다. 그래디언트는 이들의 평균입니다.</translation>
    </message>
    <message>
        <source>The graph would tell what the question asks; answer it first.</source>
        <translation>그래프를 열면 질문의 답이 드러납니다. 먼저 답하십시오.</translation>
    </message>
    <message>
        <source>The learning rate is missing: only α times the gradient is subtracted.</source>
        <translation>학습률이 빠졌습니다. 그래디언트에 α를 곱한 만큼만 뺍니다.</translation>
    </message>
    <message>
        <source>The rule that makes a step of a gradient, perhaps with a memory of earlier ones.</source>
        <translation>그래디언트로 스텝을 만드는 규칙입니다. 이전 그래디언트를 기억하는 것도 있습니다.</translation>
    </message>
    <message>
        <source>The share of examples whose class is right.</source>
        <translation>클래스를 맞힌 샘플의 비율입니다.</translation>
    </message>
    <message>
        <source>The size is right; the sign is the other one.</source>
        <translation>크기는 맞지만 부호가 반대입니다.</translation>
    </message>
    <message>
        <source>The slope of something that depends on something that depends on x is the product of the slopes. Where several paths lead from x to the cost, their products add up.</source>
        <translation>x에 따라 변하는 것에 따라 변하는 것의 기울기는 두 기울기의 곱입니다. x에서 비용까지 여러 경로가 있으면 경로마다의 곱을 더합니다.</translation>
    </message>
    <message>
        <source>The table of all slopes of several outputs with respect to several inputs. For an elementwise activation only its diagonal is not 0; for softmax all of it counts.</source>
        <translation>여러 출력을 여러 입력으로 미분한 기울기를 모두 적은 표입니다. 성분별 활성화 함수는 대각 성분만 0이 아니고, 소프트맥스는 모든 성분이 쓰입니다.</translation>
    </message>
    <message>
        <source>The training cost still falls while the test cost rises: the network learns the noise as well.</source>
        <translation>훈련 비용은 계속 줄어드는데 테스트 비용은 늘어납니다. 신경망이 잡음까지 배우고 있습니다.</translation>
    </message>
    <message>
        <source>This is dZ alone: the weight multiplies its input, so the gradient has that input as a factor, too.</source>
        <translation>이 값은 dZ뿐입니다. 가중치는 입력에 곱해지므로 그래디언트에도 그 입력이 인수로 들어갑니다.</translation>
    </message>
    <message>
        <source>This is not it yet; a hint may help.</source>
        <translation>아직 맞지 않습니다. 힌트를 보면 도움이 됩니다.</translation>
    </message>
    <message>
        <source>This is the number of another place: row and column are exchanged.</source>
        <translation>다른 자리의 값입니다. 행과 열이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>This is the order backwards.</source>
        <translation>순서가 거꾸로입니다.</translation>
    </message>
    <message>
        <source>This is the shape of a bias or of one example&apos;s column.</source>
        <translation>이것은 편향이나 샘플 하나의 열이 갖는 모양입니다.</translation>
    </message>
    <message>
        <source>This is the step alone; the weight itself is still to be changed by it.</source>
        <translation>이 값은 변화량뿐입니다. 가중치 자체를 이만큼 바꾸어야 합니다.</translation>
    </message>
    <message>
        <source>This is the sum over the examples: the cost is their mean, so divide by m.</source>
        <translation>샘플에 대한 합입니다. 비용은 그 평균이므로 m으로 나누십시오.</translation>
    </message>
    <message>
        <source>This is the weighted sum z; the activation function is still to be applied to it.</source>
        <translation>이 값은 가중합 z입니다. 아직 활성화 함수를 적용해야 합니다.</translation>
    </message>
    <message>
        <source>This step goes up the slope: what the gradient gives is subtracted.</source>
        <translation>비탈을 올라가는 방향입니다. 그래디언트에 α를 곱한 값은 빼야 합니다.</translation>
    </message>
    <message>
        <source>This takes a row of W; backwards its column is needed: W transposed.</source>
        <translation>W의 행을 썼습니다. 역전파에는 W의 열, 곧 전치 행렬이 필요합니다.</translation>
    </message>
    <message>
        <source>This uses weights that are already updated: the backward pass uses those of the forward pass.</source>
        <translation>이미 업데이트된 가중치를 썼습니다. 역전파는 순전파 때의 가중치를 씁니다.</translation>
    </message>
    <message>
        <source>Train: the diagram</source>
        <translation>학습: 신경망 그림</translation>
    </message>
    <message>
        <source>Train: the heatmaps</source>
        <translation>학습: 히트맵</translation>
    </message>
    <message>
        <source>Training part</source>
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>전치</translation>
    </message>
    <message>
        <source>Use a sigmoid there: a step that is rounded, and has a slope.</source>
        <translation>그 자리에 시그모이드를 쓰십시오. 둥글게 만든 계단이라 기울기가 있습니다.</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>그래디언트 소실</translation>
    </message>
    <message>
        <source>Waiting for: {wishes}</source>
        <translation>통과 조건: {wishes}</translation>
    </message>
    <message>
        <source>Weight zero: {cell} = 0, so nothing comes through this connection.</source>
        <translation>가중치가 0: {cell} = 0이므로 이 연결로는 아무것도 지나가지 못합니다.</translation>
    </message>
    <message>
        <source>Weighted sum</source>
        <translation>가중합</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Weights W</source>
        <translation>가중치 W</translation>
    </message>
    <message>
        <source>What Momentum, Nesterov and Adam remember of earlier gradients, so that a step keeps its direction.</source>
        <translation>모멘텀, 네스테로프, Adam이 이전 그래디언트에서 기억하는 것으로, 스텝이 방향을 유지하게 합니다.</translation>
    </message>
    <message>
        <source>What RMSProp and Adam remember of the squares of earlier gradients, so that every weight gets a step of a similar size.</source>
        <translation>RMSProp과 Adam이 이전 그래디언트의 제곱에서 기억하는 것으로, 모든 가중치의 스텝 크기를 비슷하게 합니다.</translation>
    </message>
    <message>
        <source>What a neuron hands on: its weighted sum, sent through the activation function g.</source>
        <translation>가중합을 활성화 함수 g에 통과시켜 뉴런이 넘겨주는 값입니다.</translation>
    </message>
    <message>
        <source>What the network is given: one column for each example, one row for each input.</source>
        <translation>신경망에 주는 값입니다. 샘플마다 한 열, 입력마다 한 행입니다.</translation>
    </message>
    <message>
        <source>What the network is to answer: one column for each example, one row for each output.</source>
        <translation>신경망이 답해야 할 값입니다. 샘플마다 한 열, 출력마다 한 행입니다.</translation>
    </message>
    <message>
        <source>Where each optimizer would go from these weights and this batch; choose one and go on</source>
        <translation>이 가중치와 미니배치에서 옵티마이저마다 어디로 갈지 보고, 하나를 골라 계속합니다</translation>
    </message>
    <message>
        <source>Write how the networks on the wall learned, trained again from their first weights</source>
        <translation>벽의 신경망들이 배우는 과정을 첫 가중치부터 다시 학습하여 저장합니다</translation>
    </message>
    <message>
        <source>Write how weights, activations and gradients of each layer are spread at each recorded epoch</source>
        <translation>기록한 에포크마다 층별 가중치, 활성값, 그래디언트의 분포를 저장합니다</translation>
    </message>
    <message>
        <source>a cell: click it</source>
        <translation>칸 하나(클릭)</translation>
    </message>
    <message>
        <source>a component is picked by its number, written out: u[1], or W[1, 2] of a matrix</source>
        <translation>성분은 번호를 숫자로 써서 고릅니다: u[1], 행렬은 W[1, 2]</translation>
    </message>
    <message>
        <source>a cube is written **3</source>
        <translation>세제곱은 **3으로 씁니다</translation>
    </message>
    <message>
        <source>a dot after a name is not understood</source>
        <translation>이름 뒤의 점은 쓸 수 없습니다. 곱은 a*b로 씁니다</translation>
    </message>
    <message>
        <source>a folder of students&apos; sessions (.playground)</source>
        <translation>학생들의 세션(.playground)이 든 폴더</translation>
    </message>
    <message>
        <source>a lesson&apos;s id, or its file (.json)</source>
        <translation>레슨의 id 또는 파일(.json)</translation>
    </message>
    <message>
        <source>a list of values is written in square brackets: [1, 2]</source>
        <translation>값의 목록은 대괄호로 씁니다: [1, 2]</translation>
    </message>
    <message>
        <source>a negative number to a fractional power is no real number</source>
        <translation>음수의 분수 거듭제곱은 실수가 아님</translation>
    </message>
    <message>
        <source>a number, a vector or a matrix</source>
        <translation>수, 벡터 또는 행렬</translation>
    </message>
    <message>
        <source>a sign is missing after {number}: a product is written {number}*x</source>
        <translation>{number} 뒤에 기호가 빠졌습니다. 곱은 {number}*x로 씁니다</translation>
    </message>
    <message>
        <source>a sign is missing before a bracket: a product is written a*(b)</source>
        <translation>괄호 앞에 기호가 빠졌습니다. 곱은 a*(b)로 씁니다</translation>
    </message>
    <message>
        <source>a square is written **2</source>
        <translation>제곱은 **2로 씁니다</translation>
    </message>
    <message>
        <source>a star in front of a name is not understood</source>
        <translation>이름 앞의 별표는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>a sum of {count} parts: the input is read {count} times</source>
        <translation>부분 {count}개의 합: 입력을 {count}번 읽음</translation>
    </message>
    <message>
        <source>a text was expected, in one language at least</source>
        <translation>적어도 한 언어로 된 글이 있어야 합니다</translation>
    </message>
    <message>
        <source>a vector</source>
        <translation>벡터</translation>
    </message>
    <message>
        <source>a vector for one number in brackets, a matrix for one or two</source>
        <translation>괄호 안의 수가 하나면 벡터나 행렬, 둘이면 행렬</translation>
    </message>
    <message>
        <source>a whole number from 1 to 120 was expected</source>
        <translation>1 이상 120 이하의 정수여야 합니다</translation>
    </message>
    <message>
        <source>a whole number from 1 to {most}</source>
        <translation>1 이상 {most} 이하의 정수</translation>
    </message>
    <message>
        <source>abs multiplies by the sign of its input: 1 where it is positive, −1 where it is negative</source>
        <translation>abs는 입력의 부호를 곱합니다: 양수면 1, 음수면 −1입니다</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>절댓값</translation>
    </message>
    <message>
        <source>add distributes: every input gets the upstream gradient unchanged</source>
        <translation>덧셈은 나누어 줍니다: 모든 입력이 상류 그래디언트를 그대로 받습니다</translation>
    </message>
    <message>
        <source>an array can have at most {most} elements</source>
        <translation>배열의 성분은 {most}개까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>an array can have two levels of brackets at most: a matrix is [[1, 2], [3, 4]]</source>
        <translation>배열의 괄호는 두 겹까지 쓸 수 있습니다: 행렬은 [[1, 2], [3, 4]]</translation>
    </message>
    <message>
        <source>an array cannot be used in a feature; a feature works number by number</source>
        <translation>특성에는 배열을 쓸 수 없습니다. 특성은 수 하나씩 계산합니다</translation>
    </message>
    <message>
        <source>an array deals out: each element gets its own part of the upstream gradient</source>
        <translation>배열은 제 몫을 나눕니다: 성분마다 상류 그래디언트에서 자기 부분을 받습니다</translation>
    </message>
    <message>
        <source>an array needs at least one element: [1, 2]</source>
        <translation>배열에는 성분이 하나 이상 있어야 합니다: [1, 2]</translation>
    </message>
    <message>
        <source>an identity in the rows of this element, 0 elsewhere</source>
        <translation>이 성분의 행에는 단위행렬, 나머지는 0</translation>
    </message>
    <message>
        <source>and, or are not understood</source>
        <translation>and, or는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>array literal</source>
        <translation>배열</translation>
    </message>
    <message>
        <source>between two values only + - * / ** @ are understood</source>
        <translation>두 값 사이에는 + - * / ** @만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>blocks: a Kronecker product of an identity with the other factor, transposed</source>
        <translation>블록: 단위행렬과 다른 인수의 전치의 크로네커 곱</translation>
    </message>
    <message>
        <source>blocks: a Kronecker product of the other factor with an identity</source>
        <translation>블록: 다른 인수와 단위행렬의 크로네커 곱</translation>
    </message>
    <message>
        <source>change of sign</source>
        <translation>부호 바꾸기</translation>
    </message>
    <message>
        <source>comparisons have no derivative; max(a, b) and min(a, b) choose</source>
        <translation>비교에는 도함수가 없습니다. max(a, b)나 min(a, b)로 고르십시오</translation>
    </message>
    <message>
        <source>component, counted from 1</source>
        <translation>성분 (1부터 셈)</translation>
    </message>
    <message>
        <source>component: its place gets the upstream gradient, all other places get 0</source>
        <translation>성분 고르기: 고른 자리가 상류 그래디언트를 받고, 나머지 자리는 모두 0을 받습니다</translation>
    </message>
    <message>
        <source>components are counted from 1: the first one is {name}[1]</source>
        <translation>성분은 1부터 셉니다. 첫 성분은 {name}[1]입니다</translation>
    </message>
    <message>
        <source>components are picked one at a time: u[1]</source>
        <translation>성분은 한 번에 하나씩 고릅니다: u[1]</translation>
    </message>
    <message>
        <source>copy passes the upstream gradient on unchanged</source>
        <translation>복사는 상류 그래디언트를 그대로 넘깁니다</translation>
    </message>
    <message>
        <source>cos multiplies by minus the sine of its input</source>
        <translation>cos는 입력의 사인에 −1을 곱한 값을 곱합니다</translation>
    </message>
    <message>
        <source>cosine (radians)</source>
        <translation>코사인 (라디안)</translation>
    </message>
    <message>
        <source>diag(value) minus the value times its transpose</source>
        <translation>diag(값)에서 값과 값의 전치의 곱을 뺀 행렬</translation>
    </message>
    <message>
        <source>diagonal</source>
        <translation>대각 행렬</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차</translation>
    </message>
    <message>
        <source>divide: the numerator gets upstream / divisor, the divisor gets −upstream · value / divisor</source>
        <translation>나눗셈: 분자는 상류 / 분모를, 분모는 −상류 · 값 / 분모를 받습니다</translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation>0으로 나누기</translation>
    </message>
    <message>
        <source>division by zero: 0 to a negative power</source>
        <translation>0으로 나누기: 0의 음수 거듭제곱</translation>
    </message>
    <message>
        <source>dot switches: each vector gets the upstream gradient times the other vector</source>
        <translation>내적은 맞바꿉니다: 벡터마다 상류 그래디언트에 상대 벡터를 곱해 받습니다</translation>
    </message>
    <message>
        <source>elements of one shape, in at most two levels</source>
        <translation>모양이 같은 성분(괄호는 두 겹까지)</translation>
    </message>
    <message>
        <source>equal shapes (or a length of 1 where they differ)</source>
        <translation>같은 모양(다른 곳은 길이 1)</translation>
    </message>
    <message>
        <source>error: the window cannot be opened: Qt found no display it can use, or a library is missing that README.md names under “Two commands”; {headless}</source>
        <translation>오류: 창을 열 수 없습니다. Qt가 쓸 수 있는 화면이 없거나, README.md의 “Two commands”에 적힌 라이브러리가 없습니다. {headless}</translation>
    </message>
    <message>
        <source>every wrong answer of the lesson happens to be right here</source>
        <translation>레슨에 적힌 오답이 여기서는 모두 정답과 같습니다</translation>
    </message>
    <message>
        <source>exp multiplies by its own value</source>
        <translation>exp는 자기 값을 곱합니다</translation>
    </message>
    <message>
        <source>expected a number or an array such as [1, 2], not the name {name}</source>
        <translation>이름 {name}이(가) 아니라 수나 [1, 2] 같은 배열을 쓰십시오</translation>
    </message>
    <message>
        <source>expected name = expression, such as q = x + y</source>
        <translation>q = x + y처럼 &apos;이름 = 식&apos;으로 쓰십시오</translation>
    </message>
    <message>
        <source>expected one name on the left of one =, such as q = x + y</source>
        <translation>q = x + y처럼 = 하나의 왼쪽에 이름 하나를 쓰십시오</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>지수함수</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>group with ( )</source>
        <translation>묶을 때는 ( )를 씁니다</translation>
    </message>
    <message>
        <source>hidden neurons</source>
        <translation>은닉 뉴런</translation>
    </message>
    <message>
        <source>how weights, activations and gradients are spread, by epoch</source>
        <translation>에포크별 가중치, 활성값, 그래디언트의 분포</translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation>쌍곡탄젠트</translation>
    </message>
    <message>
        <source>if is not understood; max(a, b) and min(a, b) choose</source>
        <translation>if는 쓸 수 없습니다. max(a, b)나 min(a, b)로 고르십시오</translation>
    </message>
    <message>
        <source>judge the answers in a file (.json)</source>
        <translation>파일(.json)에 든 답을 채점</translation>
    </message>
    <message>
        <source>judge the sessions of students who took a lesson</source>
        <translation>레슨을 한 학생들의 세션을 채점</translation>
    </message>
    <message>
        <source>jump: at 0 the value leaps from 0 to 1 and has no slope; 0 is used</source>
        <translation>도약: 0에서 값이 0에서 1로 뛰어 기울기가 없으므로 0을 씁니다</translation>
    </message>
    <message>
        <source>kink: at 0 the slope jumps from 0 to 1; 0 is used</source>
        <translation>꺾임점: 0에서 기울기가 0에서 1로 뜁니다. 0을 씁니다</translation>
    </message>
    <message>
        <source>kink: at 0 the slope jumps from −1 to 1; 0 is used</source>
        <translation>꺾임점: 0에서 기울기가 −1에서 1로 뜁니다. 0을 씁니다</translation>
    </message>
    <message>
        <source>kink: at the origin every direction has another slope; 0 is used</source>
        <translation>꺾임점: 원점에서는 방향마다 기울기가 다릅니다. 0을 씁니다</translation>
    </message>
    <message>
        <source>kink: several elements are equal, so each gets an equal share</source>
        <translation>꺾임점: 같은 성분이 여럿이므로 똑같이 나누어 받습니다</translation>
    </message>
    <message>
        <source>kink: several inputs are equal, so each gets an equal share; a constant among them takes all, as at 0 of relu</source>
        <translation>꺾임점: 같은 입력이 여럿이므로 똑같이 나누어 받습니다. 그중에 상수가 있으면 상수가 모두 가져갑니다(0에서의 relu와 같음)</translation>
    </message>
    <message>
        <source>largest element</source>
        <translation>가장 큰 성분</translation>
    </message>
    <message>
        <source>largest, element by element</source>
        <translation>성분별 최댓값</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>linspace makes at most {most} numbers, not {count}</source>
        <translation>linspace로는 수를 {most}개까지 만들 수 있습니다({count}개는 안 됨)</translation>
    </message>
    <message>
        <source>linspace takes two numbers and how many, from 2 on, all written out: linspace(-1, 1, 5)</source>
        <translation>linspace에는 두 수와 개수(2 이상)를 숫자로 씁니다: linspace(-1, 1, 5)</translation>
    </message>
    <message>
        <source>list the lessons of the course</source>
        <translation>과정의 레슨 목록</translation>
    </message>
    <message>
        <source>log divides by its input</source>
        <translation>log는 입력으로 나눕니다</translation>
    </message>
    <message>
        <source>logarithm of a negative number</source>
        <translation>음수의 로그</translation>
    </message>
    <message>
        <source>logarithm of zero</source>
        <translation>0의 로그</translation>
    </message>
    <message>
        <source>logistic sigmoid</source>
        <translation>로지스틱 시그모이드</translation>
    </message>
    <message>
        <source>matmul switches and transposes: for C = A·B, dA = dC·Bᵀ and dB = Aᵀ·dC; a vector on the left is a row, one on the right a column</source>
        <translation>행렬 곱은 맞바꾸고 전치합니다: C = A·B이면 dA = dC·Bᵀ, dB = Aᵀ·dC입니다. 왼쪽 벡터는 행, 오른쪽 벡터는 열입니다</translation>
    </message>
    <message>
        <source>matrix product</source>
        <translation>행렬 곱</translation>
    </message>
    <message>
        <source>max routes: the largest element gets the whole upstream gradient, the others get 0</source>
        <translation>max는 길을 고릅니다: 가장 큰 성분이 상류 그래디언트를 모두 받고, 나머지는 0을 받습니다</translation>
    </message>
    <message>
        <source>max routes: the largest input gets the whole upstream gradient, the others get 0</source>
        <translation>max는 길을 고릅니다: 가장 큰 입력이 상류 그래디언트를 모두 받고, 나머지는 0을 받습니다</translation>
    </message>
    <message>
        <source>mean of all elements</source>
        <translation>모든 성분의 평균</translation>
    </message>
    <message>
        <source>mean shares: every one of the n elements gets 1/n of the upstream gradient</source>
        <translation>평균은 고르게 나눕니다: n개의 성분이 저마다 상류 그래디언트의 1/n을 받습니다</translation>
    </message>
    <message>
        <source>min routes: the smallest element gets the whole upstream gradient, the others get 0</source>
        <translation>min은 길을 고릅니다: 가장 작은 성분이 상류 그래디언트를 모두 받고, 나머지는 0을 받습니다</translation>
    </message>
    <message>
        <source>min routes: the smallest input gets the whole upstream gradient, the others get 0</source>
        <translation>min은 길을 고릅니다: 가장 작은 입력이 상류 그래디언트를 모두 받고, 나머지는 0을 받습니다</translation>
    </message>
    <message>
        <source>missing; add it</source>
        <translation>없습니다. 추가하십시오</translation>
    </message>
    <message>
        <source>more than {most} brackets inside each other: split the formula</source>
        <translation>괄호가 {most}겹보다 많습니다. 수식을 나누십시오</translation>
    </message>
    <message>
        <source>multiply switches: each input gets the upstream gradient times the other input</source>
        <translation>곱셈은 맞바꿉니다: 입력마다 상류 그래디언트에 상대 입력을 곱해 받습니다</translation>
    </message>
    <message>
        <source>natural logarithm</source>
        <translation>자연로그</translation>
    </message>
    <message>
        <source>negative turns the sign of the upstream gradient</source>
        <translation>부호 바꾸기는 상류 그래디언트의 부호를 뒤집습니다</translation>
    </message>
    <message>
        <source>no lesson is under way; choose one in the course</source>
        <translation>진행 중인 레슨이 없습니다. 과정에서 고르십시오</translation>
    </message>
    <message>
        <source>norm: the input gets the upstream gradient times the input divided by its length</source>
        <translation>노름: 입력은 상류 그래디언트에, 입력을 그 길이로 나눈 값을 곱해 받습니다</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>답하지 않음</translation>
    </message>
    <message>
        <source>numbers and rows cannot be mixed in one array</source>
        <translation>한 배열에 수와 행을 섞을 수 없습니다</translation>
    </message>
    <message>
        <source>numbers by cells such as W[1][2,1]</source>
        <translation>W[1][2,1] 같은 칸별 수</translation>
    </message>
    <message>
        <source>one column: 1 in the row of this element, 0 elsewhere</source>
        <translation>한 열: 이 성분의 행은 1, 나머지는 0</translation>
    </message>
    <message>
        <source>one column: the input is repeated</source>
        <translation>한 열: 입력이 반복됨</translation>
    </message>
    <message>
        <source>one entry in each row: the input is repeated</source>
        <translation>행마다 성분 하나: 입력이 반복됨</translation>
    </message>
    <message>
        <source>one of --check and --answers FILE was expected; see playground lesson --help</source>
        <translation>--check와 --answers FILE 가운데 하나가 필요합니다. playground lesson --help를 보십시오</translation>
    </message>
    <message>
        <source>one of preset, chain, experiment was expected</source>
        <translation>preset, chain, experiment 가운데 하나가 있어야 합니다</translation>
    </message>
    <message>
        <source>one of the choices</source>
        <translation>보기 가운데 하나</translation>
    </message>
    <message>
        <source>one row of ones</source>
        <translation>1로 채운 한 행</translation>
    </message>
    <message>
        <source>one row with a single 1</source>
        <translation>1이 하나뿐인 한 행</translation>
    </message>
    <message>
        <source>one row, every element 1/n</source>
        <translation>한 행, 모든 성분이 1/n</translation>
    </message>
    <message>
        <source>one row: the input divided by its length</source>
        <translation>한 행: 입력을 그 길이로 나눈 값</translation>
    </message>
    <message>
        <source>one row: the other vector</source>
        <translation>한 행: 상대 벡터</translation>
    </message>
    <message>
        <source>only numbers, names, + - * / ** @ ( ) [ ] , = are understood</source>
        <translation>수, 이름, + - * / ** @ ( ) [ ] , =만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>only numbers, names, + - * / ** @, functions and arrays are understood</source>
        <translation>수, 이름, + - * / ** @, 함수, 배열만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>only one name can stand on the left of =: q = x + y</source>
        <translation>= 왼쪽에는 이름 하나만 올 수 있습니다: q = x + y</translation>
    </message>
    <message>
        <source>only the last line can go without a name: write q = … here</source>
        <translation>이름 없이 쓸 수 있는 것은 마지막 줄뿐입니다. 여기에는 q = …로 쓰십시오</translation>
    </message>
    <message>
        <source>over all paths</source>
        <translation>모든 경로의 합</translation>
    </message>
    <message>
        <source>overflow: the result is too large for a number</source>
        <translation>오버플로: 결과가 너무 큼</translation>
    </message>
    <message>
        <source>play a lesson without a window, or judge answers</source>
        <translation>창 없이 레슨을 진행하거나 답을 채점</translation>
    </message>
    <message>
        <source>play it to its end, and say whether it can be</source>
        <translation>끝까지 재생해 진행할 수 있는지 확인</translation>
    </message>
    <message>
        <source>power, element by element</source>
        <translation>성분별 거듭제곱</translation>
    </message>
    <message>
        <source>power: the base gets upstream · exponent · base^(exponent − 1), the exponent gets upstream · value · ln(base)</source>
        <translation>거듭제곱: 밑은 상류 · 지수 · 밑^(지수 − 1)을, 지수는 상류 · 값 · ln(밑)을 받습니다</translation>
    </message>
    <message>
        <source>powers are written **</source>
        <translation>거듭제곱은 **로 씁니다</translation>
    </message>
    <message>
        <source>product, element by element</source>
        <translation>성분별 곱</translation>
    </message>
    <message>
        <source>quotient, element by element</source>
        <translation>성분별 몫</translation>
    </message>
    <message>
        <source>rectified linear unit</source>
        <translation>정류 선형 함수</translation>
    </message>
    <message>
        <source>relu is a switch: the gradient passes where the input is positive, else 0</source>
        <translation>relu는 스위치입니다: 입력이 양수면 그래디언트를 통과시키고, 아니면 0입니다</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>rows × columns</source>
        <translation>행 × 열</translation>
    </message>
    <message>
        <source>scalar product of two vectors</source>
        <translation>두 벡터의 내적</translation>
    </message>
    <message>
        <source>settings by their paths</source>
        <translation>경로별 설정</translation>
    </message>
    <message>
        <source>sigmoid damps: it multiplies by value · (1 − value), at most 1/4</source>
        <translation>시그모이드는 약하게 합니다: 값 · (1 − 값)을 곱하며, 커야 1/4입니다</translation>
    </message>
    <message>
        <source>sin multiplies by the cosine of its input</source>
        <translation>sin은 입력의 코사인을 곱합니다</translation>
    </message>
    <message>
        <source>sine (radians)</source>
        <translation>사인 (라디안)</translation>
    </message>
    <message>
        <source>small letters, digits and _ were expected, as in one_weight</source>
        <translation>one_weight처럼 소문자, 숫자, _로 이루어져야 합니다</translation>
    </message>
    <message>
        <source>smallest element</source>
        <translation>가장 작은 성분</translation>
    </message>
    <message>
        <source>smallest, element by element</source>
        <translation>성분별 최솟값</translation>
    </message>
    <message>
        <source>smooth relu: log(1 + exp(x))</source>
        <translation>매끄러운 relu: log(1 + exp(x))</translation>
    </message>
    <message>
        <source>softmax compares: each element gets value · (its upstream − Σ value · upstream)</source>
        <translation>softmax는 견줍니다: 성분마다 값 · (자기 상류 − Σ 값 · 상류)를 받습니다</translation>
    </message>
    <message>
        <source>softmax: exponentials divided by their sum</source>
        <translation>소프트맥스: 지수를 그 합으로 나눔</translation>
    </message>
    <message>
        <source>softplus multiplies by the sigmoid of its input: a gradual switch</source>
        <translation>softplus는 입력의 시그모이드를 곱합니다: 서서히 바뀌는 스위치입니다</translation>
    </message>
    <message>
        <source>sqrt divides by twice its value</source>
        <translation>sqrt는 자기 값의 두 배로 나눕니다</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>제곱근</translation>
    </message>
    <message>
        <source>square root of a negative number</source>
        <translation>음수의 제곱근</translation>
    </message>
    <message>
        <source>start: {problem}</source>
        <translation>start: {problem}</translation>
    </message>
    <message>
        <source>step blocks: its slope is 0 on both sides of the jump, so no gradient comes through</source>
        <translation>step은 막습니다: 도약의 양쪽에서 기울기가 0이므로 그래디언트가 통과하지 못합니다</translation>
    </message>
    <message>
        <source>step {id}: {problem}</source>
        <translation>단계 {id}: {problem}</translation>
    </message>
    <message>
        <source>subtract distributes, with the sign turned for the second input</source>
        <translation>뺄셈은 나누어 주되, 둘째 입력에는 부호를 바꿉니다</translation>
    </message>
    <message>
        <source>sum distributes: every element gets the upstream gradient unchanged</source>
        <translation>합은 나누어 줍니다: 모든 성분이 상류 그래디언트를 그대로 받습니다</translation>
    </message>
    <message>
        <source>sum of all elements</source>
        <translation>모든 성분의 합</translation>
    </message>
    <message>
        <source>sum of two</source>
        <translation>두 값의 합</translation>
    </message>
    <message>
        <source>tampered</source>
        <translation>변조됨</translation>
    </message>
    <message>
        <source>tan multiplies by 1 + value²</source>
        <translation>tan은 1 + 값²을 곱합니다</translation>
    </message>
    <message>
        <source>tangent (radians)</source>
        <translation>탄젠트 (라디안)</translation>
    </message>
    <message>
        <source>tanh damps: it multiplies by 1 − value², at most 1 and almost 0 where it saturates</source>
        <translation>tanh는 약하게 합니다: 1 − 값²을 곱하며, 커야 1이고 포화된 곳에서는 거의 0입니다</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>the data of this step are not those of the session</source>
        <translation>이 단계의 데이터가 세션의 데이터와 다릅니다</translation>
    </message>
    <message>
        <source>the formula has no input {name}</source>
        <translation>식에 {name}이라는 입력이 없습니다</translation>
    </message>
    <message>
        <source>the formula is too long, or nested too deeply: split it into several lines</source>
        <translation>수식이 너무 길거나 너무 깊게 겹쳐 있습니다. 여러 줄로 나누십시오</translation>
    </message>
    <message>
        <source>the goal {wishes} was not reached</source>
        <translation>목표 {wishes}에 이르지 못했습니다</translation>
    </message>
    <message>
        <source>the graph has more than {most} nodes; write a shorter formula</source>
        <translation>그래프의 노드가 {most}개보다 많습니다. 수식을 줄이십시오</translation>
    </message>
    <message>
        <source>the lesson they were given, where it is your own</source>
        <translation>직접 만든 레슨을 나누어 준 경우 그 파일</translation>
    </message>
    <message>
        <source>the line at the bottom of the window</source>
        <translation>창 맨 아래의 상태 줄</translation>
    </message>
    <message>
        <source>the name of a .json or .npz file in the lesson&apos;s own folder was expected</source>
        <translation>레슨과 같은 폴더에 있는 .json 또는 .npz 파일의 이름이어야 합니다</translation>
    </message>
    <message>
        <source>the networks on the wall while they train</source>
        <translation>학습하는 동안의 벽의 신경망들</translation>
    </message>
    <message>
        <source>the number of a training example, or 0 for the next mini-batch</source>
        <translation>훈련 샘플의 번호, 다음 미니배치이면 0</translation>
    </message>
    <message>
        <source>the number of a training example, or 0, was expected</source>
        <translation>훈련 샘플의 번호 또는 0이어야 합니다</translation>
    </message>
    <message>
        <source>the order of the rows</source>
        <translation>줄들의 순서</translation>
    </message>
    <message>
        <source>the other factor</source>
        <translation>다른 인수</translation>
    </message>
    <message>
        <source>the other factor, transposed</source>
        <translation>다른 인수의 전치</translation>
    </message>
    <message>
        <source>the right answer {answer} is not accepted</source>
        <translation>정답 {answer}이(가) 받아들여지지 않습니다</translation>
    </message>
    <message>
        <source>the rows of a matrix must be equally long, not {short} and {long}</source>
        <translation>행렬의 행은 길이가 같아야 합니다({short}과(와) {long})</translation>
    </message>
    <message>
        <source>the rows of an identity that belong to the chosen row</source>
        <translation>고른 행에 해당하는 단위행렬의 행</translation>
    </message>
    <message>
        <source>the same value under another name</source>
        <translation>이름만 다른 같은 값</translation>
    </message>
    <message>
        <source>the text has {count} characters; at most {most} are allowed</source>
        <translation>글자가 {count}자입니다. {most}자까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>the values have more than {most} elements together</source>
        <translation>값의 성분이 모두 {most}개보다 많습니다. 배열을 줄이십시오</translation>
    </message>
    <message>
        <source>the wrong answer {value} is accepted</source>
        <translation>오답 {value}이(가) 받아들여집니다</translation>
    </message>
    <message>
        <source>there is no column {place}: the matrix has {size}</source>
        <translation>{place}번째 열은 없습니다. 행렬의 열은 {size}개입니다</translation>
    </message>
    <message>
        <source>there is no component {place}: the vector has {size}</source>
        <translation>{place}번째 성분은 없습니다. 벡터의 성분은 {size}개입니다</translation>
    </message>
    <message>
        <source>there is no row {place}: the matrix has {size}</source>
        <translation>{place}번째 행은 없습니다. 행렬의 행은 {size}개입니다</translation>
    </message>
    <message>
        <source>there is no step {number}; expected 1 to {count}</source>
        <translation>{number}단계는 없습니다. 1 이상 {count} 이하여야 합니다</translation>
    </message>
    <message>
        <source>there is no {name}[{layer}]; expected a layer from {first} to {last}</source>
        <translation>{name}[{layer}]은(는) 없습니다. 층은 {first}부터 {last}까지입니다</translation>
    </message>
    <message>
        <source>this cannot be read as a formula: something is missing here, or one sign is too many</source>
        <translation>수식으로 읽을 수 없습니다. 여기에 빠진 것이 있거나 기호가 하나 더 있습니다</translation>
    </message>
    <message>
        <source>this number has too many digits; at most 1.8e308 can be computed with</source>
        <translation>이 수는 자릿수가 너무 많습니다. 1.8e308까지 계산할 수 있습니다</translation>
    </message>
    <message>
        <source>this number is too large; at most 1.8e308 can be computed with</source>
        <translation>이 수는 너무 큽니다. 1.8e308까지 계산할 수 있습니다</translation>
    </message>
    <message>
        <source>this step asks nothing</source>
        <translation>이 단계에는 질문이 없습니다</translation>
    </message>
    <message>
        <source>this {bracket} closes no bracket: take it away, or open one before</source>
        <translation>이 {bracket}에 짝이 되는 여는 괄호가 없습니다. 지우거나 앞에 여는 괄호를 쓰십시오</translation>
    </message>
    <message>
        <source>this {bracket} is never closed: close it, or take it away</source>
        <translation>이 {bracket}이(가) 닫히지 않았습니다. 닫거나 지우십시오</translation>
    </message>
    <message>
        <source>tolerance {tolerance}: a share up to 50 % was expected, as in 0.5 %, or digits</source>
        <translation>tolerance {tolerance}: 0.5 %처럼 50 % 이하의 비율이거나 digits여야 합니다</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>training again to where they stood: {share:.0%}</source>
        <translation>저장된 상태까지 다시 학습 중: {share:.0%}</translation>
    </message>
    <message>
        <source>training examples</source>
        <translation>훈련 샘플</translation>
    </message>
    <message>
        <source>true</source>
        <translation>true</translation>
    </message>
    <message>
        <source>two vectors of the same length</source>
        <translation>길이가 같은 두 벡터</translation>
    </message>
    <message>
        <source>unit step: 1 above 0, else 0</source>
        <translation>단위 계단: 0보다 크면 1, 아니면 0</translation>
    </message>
    <message>
        <source>unknown key; {known}</source>
        <translation>알 수 없는 키입니다. {known}</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>values by the names of a formula&apos;s inputs</source>
        <translation>식의 입력 이름별 값</translation>
    </message>
    <message>
        <source>vectors or matrices, the first as wide as the second is high</source>
        <translation>앞의 열 수와 뒤의 행 수가 같은 벡터나 행렬</translation>
    </message>
    <message>
        <source>weights and biases</source>
        <translation>가중치와 편향</translation>
    </message>
    <message>
        <source>weights: {cell}: a cell such as W[1][2,1] or b[1][2], and a number, were expected</source>
        <translation>weights: {cell}: W[1][2,1]이나 b[1][2] 같은 칸과 수가 있어야 합니다</translation>
    </message>
    <message>
        <source>weights: {cell}: there is no such layer</source>
        <translation>weights: {cell}: 그런 층이 없습니다</translation>
    </message>
    <message>
        <source>what colours the pixels of the atlas: {names}</source>
        <translation>지도의 픽셀을 칠하는 기준: {names}</translation>
    </message>
    <message>
        <source>what was answered in the lesson has grown to {count:,} characters, and {most:,} are kept; begin the lesson again</source>
        <translation>레슨에서 답한 내용이 {count:,}자로 늘어났습니다. {most:,}자까지만 보관합니다. 레슨을 다시 시작하십시오</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>{activation}, the activation of layer {layer}, is flat: its slope is 0 everywhere, so no gradient comes through it, and the weights up to layer {layer} stay as they began.</source>
        <translation>{layer}층의 활성화 함수 {activation}은(는) 평평합니다. 어디서나 기울기가 0이라 그래디언트가 통과하지 못하고, {layer}층까지의 가중치는 처음 그대로입니다.</translation>
    </message>
    <message>
        <source>{answer}: a number for each cell of {of} was expected</source>
        <translation>{answer}: {of}의 칸마다 수가 하나씩 있어야 합니다</translation>
    </message>
    <message>
        <source>{answer}: none of the choices is right here</source>
        <translation>{answer}: 여기서 맞는 보기가 없습니다</translation>
    </message>
    <message>
        <source>{cell} is not it: another cell beats it.</source>
        <translation>{cell}은(는) 아닙니다. 더 큰 칸이 있습니다.</translation>
    </message>
    <message>
        <source>{character} cannot be used here: {hint}</source>
        <translation>{character}은(는) 여기에 쓸 수 없습니다: {hint}</translation>
    </message>
    <message>
        <source>{condition}: a condition was expected, one of &gt;= &lt;= &gt; &lt; == and a number</source>
        <translation>{condition}: &gt;= &lt;= &gt; &lt; == 가운데 하나와 수로 된 조건이어야 합니다</translation>
    </message>
    <message>
        <source>{condition}: one of &gt;= &lt;= &gt; &lt; == and a number was expected</source>
        <translation>{condition}: &gt;= &lt;= &gt; &lt; == 가운데 하나와 수가 있어야 합니다</translation>
    </message>
    <message>
        <source>{count} characters; at most {most} are allowed</source>
        <translation>{count}자입니다. {most}자까지 허용됩니다</translation>
    </message>
    <message>
        <source>{count} choices; expected 2 to {most}</source>
        <translation>보기가 {count}개입니다. 2개 이상 {most}개 이하여야 합니다</translation>
    </message>
    <message>
        <source>{count} more {count:input|inputs}: give values as lines, such as x = 2.</source>
        <translation>입력이 {count}개 더 있습니다. x = 2처럼 줄로 값을 쓰십시오.</translation>
    </message>
    <message>
        <source>{count} steps; expected 1 to {most}</source>
        <translation>단계가 {count}개입니다. 1개 이상 {most}개 이하여야 합니다</translation>
    </message>
    <message>
        <source>{expected} was expected</source>
        <translation>{expected}이(가) 있어야 합니다</translation>
    </message>
    <message>
        <source>{experiment}: after how many of {epochs:,} {epochs:epoch|epochs} it is solved; grey is not, crosses diverged</source>
        <translation>{experiment}: {epochs:,}에포크 중 몇 에포크 뒤에 풀었는지, 회색은 풀지 못함, ×무늬는 발산</translation>
    </message>
    <message>
        <source>{file}: a session without a lesson</source>
        <translation>{file}: 레슨이 없는 세션입니다</translation>
    </message>
    <message>
        <source>{file}: its lesson {lesson} is none of the course; name the lesson&apos;s file by --lesson</source>
        <translation>{file}: 들어 있는 레슨 {lesson}은(는) 과정에 없습니다. --lesson으로 레슨 파일을 지정하십시오</translation>
    </message>
    <message>
        <source>{file}: no session ({suffix})</source>
        <translation>{file}: 세션({suffix})이 아닙니다</translation>
    </message>
    <message>
        <source>{folder}: a folder of sessions ({suffix}) was expected: {reason}</source>
        <translation>{folder}: 세션({suffix})이 든 폴더여야 합니다: {reason}</translation>
    </message>
    <message>
        <source>{folder}: {count:,} files; at most {most:,} are graded at once; grade a part of them</source>
        <translation>{folder}: 파일이 {count:,}개입니다. 한 번에 {most:,}개까지 채점합니다. 나누어 채점하십시오</translation>
    </message>
    <message>
        <source>{formula}: it gives no finite number here</source>
        <translation>{formula}: 여기서는 유한한 수가 나오지 않습니다</translation>
    </message>
    <message>
        <source>{formula}: it gives {count} numbers; a formula for one was expected</source>
        <translation>{formula}: 수가 {count}개 나옵니다. 수 하나가 나오는 식이어야 합니다</translation>
    </message>
    <message>
        <source>{id} is already another step&apos;s; choose another</source>
        <translation>{id}은(는) 이미 다른 단계의 이름입니다. 다른 이름을 쓰십시오</translation>
    </message>
    <message>
        <source>{kind} is not known; {known}</source>
        <translation>{kind}은(는) 알 수 없습니다. {known}</translation>
    </message>
    <message>
        <source>{lesson_id} is no lesson of the course; {known}</source>
        <translation>{lesson_id}은(는) 과정에 없는 레슨입니다. {known}</translation>
    </message>
    <message>
        <source>{lesson}: all {count} {count:step|steps} can be played, every question can be answered</source>
        <translation>{lesson}: 단계 {count}개를 모두 진행할 수 있고, 모든 질문에 답할 수 있습니다</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes}분</translation>
    </message>
    <message>
        <source>{name} has no value</source>
        <translation>{name}의 값이 없습니다</translation>
    </message>
    <message>
        <source>{name} has {rows} rows and {columns} columns, and no place [{place}]; write [row,column], from 1</source>
        <translation>{name}은(는) {rows}행 {columns}열이어서 [{place}] 자리가 없습니다. 1부터 세어 [행,열]로 쓰십시오</translation>
    </message>
    <message>
        <source>{name} is a constant; choose another name</source>
        <translation>{name}은(는) 상수입니다. 다른 이름을 쓰십시오</translation>
    </message>
    <message>
        <source>{name} is a function: write {name}(…)</source>
        <translation>{name}은(는) 함수입니다. {name}(…)으로 쓰십시오</translation>
    </message>
    <message>
        <source>{name} is a function; choose another name</source>
        <translation>{name}은(는) 함수입니다. 다른 이름을 쓰십시오</translation>
    </message>
    <message>
        <source>{name} is a number</source>
        <translation>{name}은(는) 수</translation>
    </message>
    <message>
        <source>{name} is a vector of {size}</source>
        <translation>{name}은(는) 성분 {size}개의 벡터</translation>
    </message>
    <message>
        <source>{name} is a {rows}×{columns} matrix</source>
        <translation>{name}은(는) {rows}×{columns} 행렬</translation>
    </message>
    <message>
        <source>{name} is already defined in line {line}; choose another name</source>
        <translation>{name}은(는) {line}번째 줄에서 이미 정의했습니다. 다른 이름을 쓰십시오</translation>
    </message>
    <message>
        <source>{name} is already used in line {line}; define it before, or choose another name</source>
        <translation>{name}은(는) {line}번째 줄에서 이미 썼습니다. 그 앞에서 정의하거나 다른 이름을 쓰십시오</translation>
    </message>
    <message>
        <source>{name} is no input of this formula; the formula has no inputs</source>
        <translation>{name}은(는) 이 수식의 입력이 아닙니다. 이 수식에는 입력이 없습니다</translation>
    </message>
    <message>
        <source>{name} is no input of this formula; the inputs are {inputs}</source>
        <translation>{name}은(는) 이 수식의 입력이 아닙니다. 입력은 {inputs}입니다</translation>
    </message>
    <message>
        <source>{name} is not a known function (a product is written {name}*(…)); there are {functions}</source>
        <translation>{name}은(는) 아는 함수가 아닙니다(곱은 {name}*(…)으로 씁니다). 쓸 수 있는 함수: {functions}</translation>
    </message>
    <message>
        <source>{name} is not known here; the inputs are {inputs}</source>
        <translation>{name}은(는) 여기서 쓸 수 없습니다. 입력은 {inputs}입니다</translation>
    </message>
    <message>
        <source>{name} is trained again from its first weights: {share:.0%}</source>
        <translation>{name}을(를) 첫 가중치부터 다시 학습합니다: {share:.0%}</translation>
    </message>
    <message>
        <source>{name} is used before it is defined; choose another name on the left</source>
        <translation>{name}을(를) 정의하기 전에 썼습니다. 왼쪽에 다른 이름을 쓰십시오</translation>
    </message>
    <message>
        <source>{name} needs a number, a vector or a matrix</source>
        <translation>{name}에는 수, 벡터 또는 행렬이 필요합니다</translation>
    </message>
    <message>
        <source>{name} needs a number, a vector or a matrix with 1 to {most} elements, not the shape {shape}</source>
        <translation>{name}에는 성분이 1~{most}개인 수, 벡터 또는 행렬이 필요합니다(지금 모양: {shape})</translation>
    </message>
    <message>
        <source>{name} needs a number, a vector or a matrix with rows of equal length</source>
        <translation>{name}에는 수, 벡터 또는 행의 길이가 같은 행렬이 필요합니다</translation>
    </message>
    <message>
        <source>{name} needs finite numbers</source>
        <translation>{name}에는 유한한 수가 필요합니다</translation>
    </message>
    <message>
        <source>{name} takes values only, not name = value</source>
        <translation>{name}에는 &apos;이름 = 값&apos;이 아니라 값만 씁니다</translation>
    </message>
    <message>
        <source>{name} takes {wanted} {wanted:input|inputs}, not {count}</source>
        <translation>{name}의 입력은 {wanted}개입니다({count}개가 아님)</translation>
    </message>
    <message>
        <source>{name} would have shape {shape}; at most {most} elements are allowed</source>
        <translation>{name}의 모양이 {shape}이(가) 됩니다. 성분은 {most}개까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>{name}, at epoch {epoch:,}, is the network you train now; “Undo” brings back the one before.</source>
        <translation>{name}이(가) {epoch:,}에포크 상태로 지금 학습하는 신경망이 되었습니다. “실행 취소”를 누르면 이전 신경망으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>{name}: a cell or a quantity was expected, as in dW[1][2,1] or dW[1]</source>
        <translation>{name}: dW[1][2,1]이나 dW[1] 같은 칸 또는 양이어야 합니다</translation>
    </message>
    <message>
        <source>{name}: a quantity such as dW[1] was expected</source>
        <translation>{name}: dW[1] 같은 양이어야 합니다</translation>
    </message>
    <message>
        <source>{name}: {symbol} needs {rule}, but {given}</source>
        <translation>{name}: {symbol}에는 {rule}이(가) 필요합니다. 지금은 {given}입니다</translation>
    </message>
    <message>
        <source>{out}: --measure is for a picture of the atlas only</source>
        <translation>{out}: --measure는 지도의 그림에만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>{place}: {count} layers; expected {layers}, one for each hidden layer and the output</source>
        <translation>{place}: 층이 {count}개입니다. 은닉층과 출력마다 하나씩 {layers}개여야 합니다</translation>
    </message>
    <message>
        <source>{place}[{index}]: finite numbers were expected</source>
        <translation>{place}[{index}]: 유한한 수여야 합니다</translation>
    </message>
    <message>
        <source>{place}[{index}]: {n_out} rows of {n_in} weights in W and {n_out} biases in b were expected</source>
        <translation>{place}[{index}]: W에는 가중치 {n_in}개씩 {n_out}행, b에는 편향 {n_out}개가 있어야 합니다</translation>
    </message>
    <message>
        <source>{problem} at [{place}]</source>
        <translation>{problem} (자리 [{place}])</translation>
    </message>
    <message>
        <source>{steps} {steps:step|steps}, {questions} {questions:question|questions}, {minutes} minutes</source>
        <translation>단계 {steps}개, 질문 {questions}개, {minutes}분</translation>
    </message>
    <message>
        <source>{symbol} has no finite derivative with respect to {name} here</source>
        <translation>여기서는 {symbol}의 {name}에 대한 도함수가 유한하지 않음</translation>
    </message>
    <message>
        <source>{symbol} mixes examples; a feature works number by number</source>
        <translation>{symbol}은(는) 샘플을 섞습니다. 특성은 수 하나씩 계산합니다</translation>
    </message>
    <message>
        <source>{text}: a number was expected, as in -0.25 or 1/4</source>
        <translation>{text}: -0.25나 1/4 같은 수여야 합니다</translation>
    </message>
    <message>
        <source>{text}: no lesson of the course, and no .json file; {known}</source>
        <translation>{text}: 과정의 레슨도 .json 파일도 아닙니다. {known}</translation>
    </message>
    <message>
        <source>{typed}: is it {whole}, or {broken}? Write it without the comma, or with a point</source>
        <translation>{typed}: {whole}입니까, {broken}입니까? 쉼표 없이 쓰거나 소수점을 점으로 쓰십시오</translation>
    </message>
    <message>
        <source>{value}: a cell of {of} was expected, as in {of}[1,2]</source>
        <translation>{value}: {of}[1,2]처럼 {of}의 칸이어야 합니다</translation>
    </message>
    <message>
        <source>{value}: a choice from 1 to {count} was expected</source>
        <translation>{value}: 1 이상 {count} 이하의 보기 번호여야 합니다</translation>
    </message>
    <message>
        <source>{value}: each number from 1 to {count} once was expected, as in 2,1,3</source>
        <translation>{value}: 2,1,3처럼 1부터 {count}까지 한 번씩 있어야 합니다</translation>
    </message>
    <message>
        <source>{value}: one of + - 0 was expected</source>
        <translation>{value}: +, -, 0 가운데 하나여야 합니다</translation>
    </message>
    <message>
        <source>{value}: rows and columns were expected, as in 3×2</source>
        <translation>{value}: 3×2처럼 행과 열이어야 합니다</translation>
    </message>
    <message>
        <source>{version} is not known, expected {expected}</source>
        <translation>{version}은(는) 알 수 없는 버전입니다. {expected}여야 합니다</translation>
    </message>
    <message>
        <source>{where}: answers.{step}: {lesson} asks nothing there; known: {known}</source>
        <translation>{where}: answers.{step}: {lesson} 레슨에는 그런 질문이 없습니다. 있는 질문: {known}</translation>
    </message>
    <message>
        <source>{where}: nested too deeply</source>
        <translation>{where}: 너무 깊이 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>… and {count} more {count:path|paths}</source>
        <translation>… 그 밖에 경로 {count}개</translation>
    </message>
    <message>
        <source>∂{node}/∂{input} is {rows} × {columns}, {structure}</source>
        <translation>∂{node}/∂{input}: {rows} × {columns}, {structure}</translation>
    </message>
    <message>
        <source>∂{node}/∂{input} is {rows} × {columns}, {structure}; not built</source>
        <translation>∂{node}/∂{input}: {rows} × {columns}, {structure}. 만들지 않음</translation>
    </message>
    <message>
        <source>∂{node}/∂{input} is {rows} × {columns}, {structure}; undefined here</source>
        <translation>∂{node}/∂{input}: {rows} × {columns}, {structure}. 여기서는 정의되지 않음</translation>
    </message>
    <message>
        <source>images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{file}, byte 1: {found}, expected the magic number 0x{magic} of a file of {kind}; choose such a file</source>
        <translation>{file}, 1번째 바이트: {found}, {kind} 파일의 매직 넘버 0x{magic}이(가) 있어야 합니다. 그런 파일을 고르십시오</translation>
    </message>
    <message>
        <source>{file}, byte 5: {count} {kind}, expected at most {most}; use a part of them</source>
        <translation>{file}, 5번째 바이트: {kind} {count}개, 최대 {most}개까지 읽습니다. 일부만 쓰십시오</translation>
    </message>
    <message>
        <source>{file}, byte 5: {size}, expected at least one of its {kind}; choose a file that is not empty</source>
        <translation>{file}, 5번째 바이트: {size}, {kind}이(가) 하나 이상 있어야 합니다. 비어 있지 않은 파일을 고르십시오</translation>
    </message>
    <message>
        <source>{file}, byte 9: images of {size} pixels, expected at most {most} ({side} × {side}); make them smaller first</source>
        <translation>{file}, 9번째 바이트: {size}픽셀 이미지, 최대 {most}픽셀({side} × {side})까지 읽습니다. 먼저 이미지를 줄이십시오</translation>
    </message>
    <message>
        <source>{file}: a file of {kind}, but which {other} belong to it is not known; call it &apos;…{word}…&apos; and put the file of {other}, called &apos;…{another}…&apos; instead, beside it</source>
        <translation>{file}: {kind} 파일이지만 짝이 되는 {other} 파일을 알 수 없습니다. 이름을 &apos;…{word}…&apos;(으)로 하고, &apos;…{another}…&apos;이(가) 든 이름의 {other} 파일을 같은 폴더에 두십시오</translation>
    </message>
    <message>
        <source>{file}: cut off after {count} of {expected} bytes of {kind}; get it anew</source>
        <translation>{file}: {kind} {expected}바이트 가운데 {count}바이트에서 끊겼습니다. 파일을 다시 받으십시오</translation>
    </message>
    <message>
        <source>{file}: cut off within its header; get it anew</source>
        <translation>{file}: 머리 부분에서 끊겼습니다. 파일을 다시 받으십시오</translation>
    </message>
    <message>
        <source>{file}: its labels, {labels}, are not beside it; put that file into the same folder</source>
        <translation>{file}: 짝이 되는 레이블 파일 {labels}이(가) 곁에 없습니다. 그 파일을 같은 폴더에 두십시오</translation>
    </message>
    <message>
        <source>{file}: more bytes than the {expected} of {kind} that its header promises; get it anew</source>
        <translation>{file}: 머리 부분에 적힌 {kind} {expected}바이트보다 깁니다. 파일을 다시 받으십시오</translation>
    </message>
    <message>
        <source>{file}: {count} classes are too many for {images} images; use fewer images</source>
        <translation>{file}: 이미지 {images}개에 클래스 {count}개는 너무 많습니다. 이미지를 줄이십시오</translation>
    </message>
    <message>
        <source>{file}: {count} {count:class|classes}, expected 2 to {most}; choose a file with another selection</source>
        <translation>{file}: 클래스 {count}개, 2개에서 {most}개까지 있어야 합니다. 다르게 골라 만든 파일을 쓰십시오</translation>
    </message>
    <message>
        <source>{file}: {labels} labels for {count} images in {images}, expected one for each; choose two files of one data set</source>
        <translation>{file}: 레이블 {labels}개, {images}의 이미지 {count}개, 이미지마다 하나씩 있어야 합니다. 같은 데이터의 두 파일을 고르십시오</translation>
    </message>
    <message>
        <source>{kind} (0x{magic})</source>
        <translation>{kind}(0x{magic})</translation>
    </message>
    <message>
        <source>{product} = {value}: the same. The program uses the short form A − Y.</source>
        <translation>{product} = {value}: 값이 같습니다. 프로그램은 짧은 형태 A − Y를 씁니다.</translation>
    </message>
    <message>
        <source>Its diagonal says it all: {kept:,} numbers instead of {whole:,}.</source>
        <translation>대각선이면 충분합니다. 수 {whole:,}개 대신 {kept:,}개만 있으면 됩니다.</translation>
    </message>
    <message>
        <source>byte {start} is not UTF-8 text</source>
        <translation>{start}번째 바이트가 UTF-8 텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>local derivatives</source>
        <translation>국소 도함수</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>너무 깊게 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>연산</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>{where}: folded: {name} is no part of the formula that can become one gate</source>
        <translation>{where}: folded: {name}은(는) 게이트 하나로 접을 수 있는 부분이 아닙니다</translation>
    </message>
    <message>
        <source>{where}: no preset of the chain rule: {problem}</source>
        <translation>{where}: 연쇄 법칙의 프리셋이 아닙니다: {problem}</translation>
    </message>
    <message>
        <source>{where}: schema_version: {version} is not known, expected {expected}</source>
        <translation>{where}: schema_version: {version}은(는) 알 수 없습니다. {expected}이어야 합니다</translation>
    </message>
    <message>
        <source>{where}: text: {problem}</source>
        <translation>{where}: text: {problem}</translation>
    </message>
    <message>
        <source>{where}: values: {problem}</source>
        <translation>{where}: values: {problem}</translation>
    </message>
    <message>
        <source>{where}: {key}.en: a text of moderate length was expected</source>
        <translation>{where}: {key}.en: 너무 길지 않은 텍스트가 있어야 합니다</translation>
    </message>
    <message>
        <source>  baseline  test  {figure:&gt;10}</source>
        <translation>  기준값    테스트 {figure:&gt;10}</translation>
    </message>
    <message>
        <source>  baseline  train {figure:&gt;10}</source>
        <translation>  기준값    훈련 {figure:&gt;10}</translation>
    </message>
    <message>
        <source>  health    {label}: {sentence}</source>
        <translation>  진단      {label}: {sentence}</translation>
    </message>
    <message>
        <source>  health    {sentence}</source>
        <translation>  진단      {sentence}</translation>
    </message>
    <message>
        <source>Add a hidden layer of {units} neurons with tanh.</source>
        <translation>tanh 뉴런 {units}개로 된 은닉층을 더하십시오.</translation>
    </message>
    <message>
        <source>Add the penalty L1 = {l1}: of so many inputs ({n}) it keeps those that matter. More training examples help most.</source>
        <translation>규제 L1 = {l1}을(를) 더하십시오. 입력 {n}개 가운데 중요한 것만 남깁니다. 훈련 샘플이 더 있으면 가장 좋습니다.</translation>
    </message>
    <message>
        <source>Add the penalty L2 = {l2}: smaller weights make a smoother function. More training examples help most.</source>
        <translation>규제 L2 = {l2}을(를) 더하십시오. 가중치가 작을수록 함수가 매끄러워집니다. 훈련 샘플이 더 있으면 가장 좋습니다.</translation>
    </message>
    <message>
        <source>All {units} neurons of layer {layer} have the same weights and get the same gradient: together they can do no more than one.</source>
        <translation>{layer}층의 뉴런 {units}개는 가중치가 모두 같고 그래디언트도 같아서, 다 합쳐도 뉴런 하나만큼만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Begin again with Leaky ReLU and a learning rate of {rate}.</source>
        <translation>Leaky ReLU와 학습률 {rate}(으)로 처음부터 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Begin again with Leaky ReLU, which has a slope everywhere.</source>
        <translation>어디에서나 기울기가 있는 Leaky ReLU로 처음부터 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Begin again with a learning rate of {rate}.</source>
        <translation>학습률 {rate}(으)로 처음부터 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Begin with other weights: seed {seed}.</source>
        <translation>시드를 {seed}(으)로 바꾸어 다른 가중치로 시작하십시오.</translation>
    </message>
    <message>
        <source>Begin with smaller weights: choose Xavier as the initializer.</source>
        <translation>더 작은 가중치로 시작하십시오: 초기값 방식을 Xavier로 고르십시오.</translation>
    </message>
    <message>
        <source>Begin with weights that differ: choose Xavier as the initializer.</source>
        <translation>서로 다른 가중치로 시작하십시오: 초기값 방식을 Xavier로 고르십시오.</translation>
    </message>
    <message>
        <source>Check row {row}: correct it, or leave it out.</source>
        <translation>{row}행을 확인하십시오. 바로잡거나 빼십시오.</translation>
    </message>
    <message>
        <source>Each update changes the weights by {percent}% of their size at most, and after {n} {n:epoch|epochs} the cost is {cost}, {first} at first; around 0.1% is usual.</source>
        <translation>업데이트할 때마다 가중치가 크기의 {percent}% 이하로만 바뀌어, {n}에포크 뒤 비용이 {cost}입니다(처음 {first}). 보통은 0.1% 안팎입니다.</translation>
    </message>
    <message>
        <source>Each update changes the weights of layer {layer} by about {percent}% of their size, and the cost stays at {cost}; around 0.1% is usual.</source>
        <translation>업데이트할 때마다 {layer}층의 가중치가 크기의 약 {percent}%씩 바뀌고 비용은 {cost}에 머무릅니다. 보통은 0.1% 안팎입니다.</translation>
    </message>
    <message>
        <source>Give it {units} neurons.</source>
        <translation>뉴런을 {units}개로 늘리십시오.</translation>
    </message>
    <message>
        <source>In row {row}, {column} is {value}, while all others lie between {low} and {high}: beside it the network hardly sees how these differ.</source>
        <translation>{row}행의 {column}이(가) {value}인데 나머지는 모두 {low}에서 {high} 사이에 있습니다. 이 값 때문에 신경망은 나머지의 차이를 거의 보지 못합니다.</translation>
    </message>
    <message>
        <source>Look at rows {rows}: correct their classes, or add an input that tells them apart.</source>
        <translation>{rows}행을 보십시오. 클래스를 바로잡거나, 서로 구별해 주는 입력을 더하십시오.</translation>
    </message>
    <message>
        <source>Lower the learning rate to {rate}.</source>
        <translation>학습률을 {rate}(으)로 낮추십시오.</translation>
    </message>
    <message>
        <source>No setting of the network helps: check that the column to predict and its rows are the right ones, or add inputs that it depends on.</source>
        <translation>신경망의 어떤 설정도 소용없습니다. 예측할 열과 행이 맞는지 확인하거나, 예측에 필요한 입력을 더하십시오.</translation>
    </message>
    <message>
        <source>Nothing conspicuous: {scores}.</source>
        <translation>{scores}. 눈에 띄는 문제는 없습니다.</translation>
    </message>
    <message>
        <source>Raise the learning rate to {rate}.</source>
        <translation>학습률을 {rate}(으)로 올리십시오.</translation>
    </message>
    <message>
        <source>Remedy: {finding}</source>
        <translation>처방: {finding}</translation>
    </message>
    <message>
        <source>R² = {value}</source>
        <translation>R² = {value}</translation>
    </message>
    <message>
        <source>Standardize the inputs: each is brought to mean 0 and spread 1.</source>
        <translation>입력마다 평균 0, 표준편차 1이 되도록 입력을 표준화하십시오.</translation>
    </message>
    <message>
        <source>Standardize the targets: the network learns them at mean 0 and spread 1, and answers in your unit.</source>
        <translation>정답을 표준화하십시오. 신경망은 평균 0, 표준편차 1인 값으로 배우고 원래 단위로 답합니다.</translation>
    </message>
    <message>
        <source>Switch the penalty off, and bring it back a hundred times smaller if you need it.</source>
        <translation>규제를 끄고, 필요하면 백분의 일로 줄여 다시 쓰십시오.</translation>
    </message>
    <message>
        <source>The cost jumps up and down between {low} and {high} instead of falling, with updates of {percent}% of the weights of layer {layer}: the steps are too long.</source>
        <translation>비용이 내려가지 않고 {low}에서 {high} 사이를 오르내리며, 업데이트의 크기가 {layer}층 가중치의 {percent}%입니다. 스텝이 너무 깁니다.</translation>
    </message>
    <message>
        <source>The gradient of layer {layer} is {times} times larger than that of layer {last}: it grew on its way back through the layers.</source>
        <translation>{layer}층의 그래디언트가 {last}층의 {times}배입니다. 층을 거슬러 올라가며 커졌습니다.</translation>
    </message>
    <message>
        <source>The network does no better than always answering the same: {scores}.</source>
        <translation>{scores}. 신경망이 늘 같은 답을 하는 것보다 낫지 않습니다.</translation>
    </message>
    <message>
        <source>The numbers became infinite in epoch {epoch}, first in layer {layer}, with a learning rate of {rate}: each step overshot further.</source>
        <translation>학습률 {rate}에서 스텝마다 점점 더 멀리 지나쳐, 에포크 {epoch}에 {layer}층부터 값이 무한대가 되었습니다.</translation>
    </message>
    <message>
        <source>The output activation {activation} can only answer {range}; {column} goes from {low} to {high}, and {percent}% of the training examples are out of its reach.</source>
        <translation>출력 활성화 함수 {activation}은(는) {range}만 답할 수 있는데 {column}의 값은 {low}에서 {high}까지입니다. 훈련 샘플의 {percent}%에는 닿을 수 없습니다.</translation>
    </message>
    <message>
        <source>The penalty ({penalty}) is too strong: it holds the weights at {share}% of the size they began with, pulling at them with {pull} against the data&apos;s gradient of {gradient}.</source>
        <translation>규제({penalty})가 너무 강합니다. 데이터의 그래디언트 {gradient}에 맞서 {pull}의 힘으로 당겨, 가중치가 처음 크기의 {share}%에 머무릅니다.</translation>
    </message>
    <message>
        <source>The training cost is {train}, but the test cost is {test}: much of what the network has learned of its {m} training examples does not hold for others.</source>
        <translation>훈련 비용은 {train}인데 테스트 비용은 {test}입니다. 훈련 샘플 {m}개에서 배운 것 가운데 많은 부분이 다른 샘플에는 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Too early to tell: the cost has hardly moved, but it often does later.</source>
        <translation>아직 판단하기 이릅니다. 비용이 거의 움직이지 않았지만 나중에 내려가는 일이 많습니다.</translation>
    </message>
    <message>
        <source>Too early to tell: the cost is still falling; {scores}.</source>
        <translation>{scores}. 비용이 아직 내려가고 있어 판단하기 이릅니다.</translation>
    </message>
    <message>
        <source>Too early to tell: {n} more {n:epoch|epochs} at least.</source>
        <translation>아직 판단하기 이릅니다. 적어도 {n}에포크가 더 필요합니다.</translation>
    </message>
    <message>
        <source>Use a linear output, which reaches every number.</source>
        <translation>모든 수에 닿을 수 있는 선형 출력을 쓰십시오.</translation>
    </message>
    <message>
        <source>Use tanh in the hidden layers, and Xavier as the initializer.</source>
        <translation>은닉층에 tanh를 쓰고 초기값 방식을 Xavier로 고르십시오.</translation>
    </message>
    <message>
        <source>Use tanh in the hidden layers, {units} neurons each.</source>
        <translation>은닉층마다 tanh 뉴런을 {units}개씩 쓰십시오.</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>{low}에서 {high}까지</translation>
    </message>
    <message>
        <source>from {low} upwards</source>
        <translation>{low} 이상</translation>
    </message>
    <message>
        <source>the class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>training diverged at epoch {epoch}, update {update}: {quantity} of layer {layer} stopped being finite; try {settings}</source>
        <translation>에포크 {epoch}, 업데이트 {update}에서 학습이 발산했습니다: {layer}층의 {quantity}이(가) 유한하지 않게 되었습니다. {settings}을(를) 시도해 보십시오</translation>
    </message>
    <message>
        <source>{column} goes from {low} to {high} (mean {mean}, standard deviation {spread}), but fresh weights answer numbers around 0 of size 1: the steps that lead there are too long for the weights, or too many.</source>
        <translation>{column}의 값은 {low}에서 {high}까지(평균 {mean}, 표준편차 {spread})인데 처음 가중치로는 0 근처의 크기 1인 수로 답합니다. 거기까지 가는 스텝이 너무 길거나 너무 많습니다.</translation>
    </message>
    <message>
        <source>{n:The input|Inputs} {columns} {n:is|are} not of the size that weights begin with: {column} goes from {low} to {high} (mean {mean}, standard deviation {spread}); around 0 with spread 1 is usual.</source>
        <translation>입력 {columns}의 크기가 처음 가중치에 맞지 않습니다. {column}의 값은 {low}에서 {high}까지(평균 {mean}, 표준편차 {spread})인데, 보통은 0을 중심으로 표준편차가 1입니다.</translation>
    </message>
    <message>
        <source>{n} of the {m} training examples have the same inputs as another one but a different class: whatever is learned, at most {best}% can be right, and {right}% are.</source>
        <translation>훈련 샘플 {m}개 가운데 {n}개는 다른 샘플과 입력이 같은데 클래스가 다릅니다. 무엇을 배우든 많아야 {best}%를 맞힐 수 있고, 지금 {right}%를 맞힙니다.</translation>
    </message>
    <message>
        <source>{saturated} of the {units} neurons of layer {layer} are saturated, {first} from the start: they sit at the flat ends of their activation for most examples, where it has hardly any slope to learn from.</source>
        <translation>{layer}층의 뉴런 {units}개 가운데 {saturated}개가 포화되었고, 그 가운데 {first}개는 처음부터 그랬습니다. 대부분의 샘플에서 활성화 함수의 평평한 끝에 있어 배울 기울기가 거의 없습니다.</translation>
    </message>
    <message>
        <source>{sentence} What is measured here does not show why.</source>
        <translation>{sentence} 여기에서 재는 값으로는 까닭을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>{train}% of the training examples are right, but only {test}% of the test examples: much of what the network has learned of its {m} training examples does not hold for others.</source>
        <translation>훈련 샘플은 {train}%를 맞히지만 테스트 샘플은 {test}%만 맞힙니다. 훈련 샘플 {m}개에서 배운 것 가운데 많은 부분이 다른 샘플에는 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{train}% of the training examples are right; always answering the most common class would be {base}%</source>
        <translation>훈련 샘플의 {train}%를 맞힙니다. 늘 가장 많은 클래스로 답하면 {base}%입니다</translation>
    </message>
    <message>
        <source>{n}% right answers</source>
        <translation>정답률 {n}%</translation>
    </message>
    <message>
        <source>The network computes in float32; the check runs in float64, since with seven digits the differences would drown in rounding.</source>
        <translation>신경망은 float32로 계산하지만 검사는 float64로 합니다. 일곱 자리로는 차이가 반올림에 묻히기 때문입니다.</translation>
    </message>
    <message>
        <source>Drawn points</source>
        <translation>찍은 점</translation>
    </message>
    <message>
        <source>argument {name}: {problem}</source>
        <translation>인수 {name}: {problem}</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>값이 하나 필요합니다</translation>
    </message>
    <message>
        <source>invalid choice: {value} (choose from {names})</source>
        <translation>{value}은(는) 고를 수 없습니다. {names} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>invalid {kind} value: {value}</source>
        <translation>{value}은(는) {kind} 값이 아닙니다</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>the following arguments are required: {names}</source>
        <translation>필요한 인수가 없습니다: {names}</translation>
    </message>
    <message>
        <source>unrecognized arguments: {names}</source>
        <translation>알 수 없는 인수: {names}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>{count:,} drawn {count:point|points}</source>
        <translation>찍은 점 {count:,}개</translation>
    </message>
    <message>
        <source>{file}: {width} × {height} pixels</source>
        <translation>{file}: {width} × {height}픽셀</translation>
    </message>
    <message>
        <source>{value!r} is not allowed; WIDTHxHEIGHT from {smallest} to {largest} was expected</source>
        <translation>{value!r}은(는) 쓸 수 없습니다. {smallest}부터 {largest}까지의 너비x높이여야 합니다</translation>
    </message>
    <message>
        <source>{value!r} is not allowed; {expected} was expected</source>
        <translation>{value!r}은(는) 쓸 수 없습니다. {expected}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{where}: name: no language; {{&quot;en&quot;: &quot;…&quot;, &quot;ko&quot;: &quot;…&quot;}} was expected</source>
        <translation>{where}: name: 언어가 없습니다. {{&quot;en&quot;: &quot;…&quot;, &quot;ko&quot;: &quot;…&quot;}} 형식이어야 합니다</translation>
    </message>
    <message>
        <source>a formula of the chain rule has at most {most} characters and {values} values</source>
        <translation>연쇄 법칙의 수식에는 글자 {most}자, 값 {values}개까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Neuron {unit} of layer {layer}: {count} numbers</source>
        <translation>{layer}층의 뉴런 {unit}: 수 {count}개</translation>
    </message>
    <message>
        <source>Typed weights belong to the start: “Same start again” comes back to them.</source>
        <translation>직접 입력한 가중치는 시작점에 포함됩니다. “같은 시작점에서 다시”를 누르면 이 값으로 돌아옵니다.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>drawn points</source>
        <translation>찍은 점</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>{count} weights and biases</source>
        <translation>가중치와 편향 {count}개</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>그 밖에 {count}개</translation>
    </message>
    <message>
        <source>none of the {count} files dropped can be opened: {reason}</source>
        <translation>끌어다 놓은 파일 {count}개 가운데 열 수 있는 것이 없습니다. {reason}</translation>
    </message>
    <message>
        <source>{address}: not a file on this computer; save it first, and drop the file</source>
        <translation>{address}: 이 컴퓨터의 파일이 아닙니다. 먼저 저장한 뒤 그 파일을 끌어다 놓으십시오</translation>
    </message>
    <message>
        <source>{file}: a packed archive; unpack it, and open one of the files that are in it</source>
        <translation>{file}: 압축 파일입니다. 압축을 풀고 그 안의 파일을 여십시오</translation>
    </message>
    <message>
        <source>{file}: a workbook, which is not read; open it in the spreadsheet program, save it as CSV (&apos;CSV UTF-8&apos; where there is a choice), and open that file</source>
        <translation>{file}: 스프레드시트 통합 문서는 읽지 않습니다. 스프레드시트 프로그램에서 CSV로 저장하고(고를 수 있으면 &apos;CSV UTF-8&apos;) 그 파일을 여십시오</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {problem}</source>
        <translation>{file}: 읽을 수 없습니다({problem})</translation>
    </message>
    <message>
        <source>{file}: neither a table nor images nor a file of this program; expected a file ending in {endings} or the like</source>
        <translation>{file}: 표도, 이미지도, 이 프로그램의 파일도 아닙니다. {endings} 등으로 끝나는 파일을 고르십시오</translation>
    </message>
    <message>
        <source>{file}: the labels of images; the images themselves, {images}, are not beside it; put that file into the same folder</source>
        <translation>{file}: 이미지의 레이블 파일입니다. 이미지 파일 {images}이(가) 곁에 없습니다. 그 파일을 같은 폴더에 두십시오</translation>
    </message>
    <message>
        <source>{folder}: a folder with {count} things that can be opened ({files}); drop one of them</source>
        <translation>{folder}: 열 수 있는 것이 {count}개 있는 폴더입니다({files}). 그 가운데 하나를 끌어다 놓으십시오</translation>
    </message>
    <message>
        <source>{folder}: a folder without a file that can be opened; drop a table, images or a session</source>
        <translation>{folder}: 열 수 있는 파일이 없는 폴더입니다. 표, 이미지 또는 세션을 끌어다 놓으십시오</translation>
    </message>
    <message>
        <source>{file} is opened; one is at a time, so these are not: {left}; drop what you want instead by itself</source>
        <translation>{file}을(를) 열었습니다. 한 번에 하나씩 열 수 있어 {left}은(는) 열지 않았습니다. 원하는 것을 따로 끌어다 놓으십시오</translation>
    </message>
    <message>
        <source>  note: {note}</source>
        <translation>  알림: {note}</translation>
    </message>
    <message>
        <source>  predicts {labels}: numbers</source>
        <translation>  예측 대상 {labels}: 수</translation>
    </message>
    <message>
        <source>  predicts {labels}: {count} classes ({names})</source>
        <translation>  예측 대상 {labels}: 클래스 {count}개 ({names})</translation>
    </message>
    <message>
        <source>Is {label} to be predicted, or {other}? Say which column (--label)</source>
        <translation>예측할 열이 {label}입니까, {other}입니까? 열을 지정하십시오(--label)</translation>
    </message>
    <message>
        <source>UTF-8, UTF-16 or another encoding that is known</source>
        <translation>UTF-8, UTF-16이나 알려진 다른 인코딩</translation>
    </message>
    <message>
        <source>a 7-Zip archive; unpack it first</source>
        <translation>7-Zip 압축 파일입니다. 먼저 압축을 푸십시오</translation>
    </message>
    <message>
        <source>a MATLAB file; save the table as CSV</source>
        <translation>MATLAB 파일입니다. 표를 CSV로 저장하십시오</translation>
    </message>
    <message>
        <source>a PDF; copy the table out of it, or save it as CSV where it came from</source>
        <translation>PDF 파일입니다. 표를 복사해 내거나, 원래 프로그램에서 CSV로 저장하십시오</translation>
    </message>
    <message>
        <source>a Parquet file; save it as CSV</source>
        <translation>Parquet 파일입니다. CSV로 저장하십시오</translation>
    </message>
    <message>
        <source>a RAR archive; unpack it first</source>
        <translation>RAR 압축 파일입니다. 먼저 압축을 푸십시오</translation>
    </message>
    <message>
        <source>a bzip2 archive; unpack it first</source>
        <translation>bzip2 압축 파일입니다. 먼저 압축을 푸십시오</translation>
    </message>
    <message>
        <source>a cell of more than {most} characters; perhaps a quote is never closed</source>
        <translation>칸 하나가 {most}자를 넘습니다. 닫히지 않은 따옴표가 있는지 확인하십시오</translation>
    </message>
    <message>
        <source>a database; export the table as CSV</source>
        <translation>데이터베이스 파일입니다. 표를 CSV로 내보내십시오</translation>
    </message>
    <message>
        <source>a header</source>
        <translation>머리글 있음</translation>
    </message>
    <message>
        <source>a numpy array; save it as CSV, for instance with numpy.savetxt</source>
        <translation>numpy 배열 파일입니다. numpy.savetxt 등으로 CSV로 저장하십시오</translation>
    </message>
    <message>
        <source>a picture, not a table; save the table as CSV</source>
        <translation>표가 아니라 그림 파일입니다. 표를 CSV로 저장하십시오</translation>
    </message>
    <message>
        <source>a quote is opened and never closed; close it, or remove it</source>
        <translation>따옴표가 열리고 닫히지 않습니다. 닫거나 지우십시오</translation>
    </message>
    <message>
        <source>an Excel or other office file (a zip archive); open it there and save it as CSV</source>
        <translation>엑셀 등 오피스 파일(zip)입니다. 그 프로그램에서 열어 CSV로 저장하십시오</translation>
    </message>
    <message>
        <source>an HDF5 file; save the table as CSV</source>
        <translation>HDF5 파일입니다. 표를 CSV로 저장하십시오</translation>
    </message>
    <message>
        <source>an R file; save the table with write.csv</source>
        <translation>R 파일입니다. write.csv로 표를 저장하십시오</translation>
    </message>
    <message>
        <source>an SPSS file; save it as CSV</source>
        <translation>SPSS 파일입니다. CSV로 저장하십시오</translation>
    </message>
    <message>
        <source>an input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>an old Excel or other office file; open it there and save it as CSV</source>
        <translation>예전 형식의 엑셀 등 오피스 파일입니다. 그 프로그램에서 열어 CSV로 저장하십시오</translation>
    </message>
    <message>
        <source>an xz archive; unpack it first</source>
        <translation>xz 압축 파일입니다. 먼저 압축을 푸십시오</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>빈칸</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>column {column} counts up row by row and is an input all the same; leave it out if it only numbers the rows (--ignore)</source>
        <translation>열 {column}은(는) 행마다 1씩 커지지만 입력으로 씁니다. 행 번호일 뿐이면 빼십시오(--ignore)</translation>
    </message>
    <message>
        <source>column {column} {reason}, and is an input for want of another</source>
        <translation>열 {column}: {reason}. 다른 입력이 없어 입력으로 씁니다</translation>
    </message>
    <message>
        <source>column {column}: numbers in {unit}</source>
        <translation>열 {column}: 단위 {unit}</translation>
    </message>
    <message>
        <source>column {column}: {cell} is read as {value}, its mark stands between thousands (--decimal says otherwise)</source>
        <translation>열 {column}: {cell}을(를) {value}(으)로 읽습니다. 부호를 천 단위 구분으로 보았습니다(아니면 --decimal로 지정)</translation>
    </message>
    <message>
        <source>column {column}: {count} kinds, an input each ({kinds})</source>
        <translation>열 {column}: {count}종, 종류마다 입력 하나 ({kinds})</translation>
    </message>
    <message>
        <source>column {column}: {kind} was not there in training, all its inputs are 0 ({count} {count:row|rows})</source>
        <translation>열 {column}: {kind}은(는) 학습 때 없던 값이므로 그 입력을 모두 0으로 합니다({count}행)</translation>
    </message>
    <message>
        <source>column {column}: {value} counts as a kind of its own, not as a missing value</source>
        <translation>열 {column}: {value}을(를) 결측값이 아니라 한 종류로 봅니다</translation>
    </message>
    <message>
        <source>column {column}: {value} looks like a missing value ({count} {count:row|rows}); if it is one, empty these cells</source>
        <translation>열 {column}: {value}은(는) 결측값으로 보입니다({count}행). 그렇다면 그 칸을 비우십시오</translation>
    </message>
    <message>
        <source>column {column}: {yes} is 1</source>
        <translation>열 {column}: {yes}을(를) 1로 합니다</translation>
    </message>
    <message>
        <source>dataset: expected one input column per row of X</source>
        <translation>데이터: X의 행마다 입력 열이 하나 있어야 합니다</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>decimal mark</source>
        <translation>소수점 부호</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>has another number in every row</source>
        <translation>행마다 다른 번호입니다</translation>
    </message>
    <message>
        <source>has another text in every row</source>
        <translation>행마다 다른 글입니다</translation>
    </message>
    <message>
        <source>has {count} different texts in {rows} rows</source>
        <translation>{rows}행에 서로 다른 글이 {count}개입니다</translation>
    </message>
    <message>
        <source>has {count} different texts, more than {most}</source>
        <translation>서로 다른 글이 {count}개로 {most}개를 넘습니다</translation>
    </message>
    <message>
        <source>holds dates or times</source>
        <translation>날짜나 시각입니다</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>무시할</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>is always {value}</source>
        <translation>항상 {value}입니다</translation>
    </message>
    <message>
        <source>is not among the inputs that were named</source>
        <translation>지정한 입력에 없습니다</translation>
    </message>
    <message>
        <source>is to be ignored</source>
        <translation>빼도록 지정했습니다</translation>
    </message>
    <message>
        <source>its {count} kinds would make more than {most} inputs</source>
        <translation>{count}종을 더하면 입력이 {most}개를 넘습니다</translation>
    </message>
    <message>
        <source>label</source>
        <translation>예측할</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>뺌</translation>
    </message>
    <message>
        <source>left out: column {column} {reason}</source>
        <translation>뺀 열 {column}: {reason}</translation>
    </message>
    <message>
        <source>left out: columns {columns}: each {reason}</source>
        <translation>뺀 열 {columns}: 모두 {reason}</translation>
    </message>
    <message>
        <source>line {line} holds units ({units}) and is no example</source>
        <translation>{line}번째 줄은 단위({units})이므로 샘플이 아닙니다</translation>
    </message>
    <message>
        <source>lines above the table are left out: {count}, the first says {text}</source>
        <translation>표 위의 줄 {count}개를 뺐습니다. 첫 줄: {text}</translation>
    </message>
    <message>
        <source>lines behind the table are left out, from line {line} on: {text}</source>
        <translation>표 뒤의 줄을 {line}번째 줄부터 뺐습니다: {text}</translation>
    </message>
    <message>
        <source>lines that begin with # are left out</source>
        <translation>#으로 시작하는 줄을 뺐습니다</translation>
    </message>
    <message>
        <source>lines that begin with # are left out (line {line})</source>
        <translation>#으로 시작하는 줄을 뺐습니다({line}번째 줄)</translation>
    </message>
    <message>
        <source>missing values</source>
        <translation>결측값</translation>
    </message>
    <message>
        <source>no column {column} to compare the answers with</source>
        <translation>답과 비교할 열 {column}이(가) 없습니다</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>머리글 없음</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>행이 없습니다</translation>
    </message>
    <message>
        <source>no row below the header</source>
        <translation>머리글 아래에 행이 없습니다</translation>
    </message>
    <message>
        <source>note: {note}</source>
        <translation>알림: {note}</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>수</translation>
    </message>
    <message>
        <source>numbers with a decimal comma: {columns}</source>
        <translation>소수점이 쉼표인 열: {columns}</translation>
    </message>
    <message>
        <source>only counts the rows</source>
        <translation>행 번호일 뿐입니다</translation>
    </message>
    <message>
        <source>read as {encoding}: are the letters right? If not, name another (--encoding)</source>
        <translation>{encoding}(으)로 읽었습니다. 글자가 맞습니까? 아니면 다른 인코딩을 지정하십시오(--encoding)</translation>
    </message>
    <message>
        <source>several columns are called {names}: they are numbered</source>
        <translation>이름이 같은 열 {names}이(가) 여럿이므로 번호를 붙였습니다</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>table: column {name} is {one} and {other}, expected one of them</source>
        <translation>표: 열 {name}이(가) {one}이면서 {other}입니다. 둘 중 하나만 지정하십시오</translation>
    </message>
    <message>
        <source>table: delimiter {given}, expected one character that is no letter, digit or quote</source>
        <translation>표: 구분 문자 {given}. 글자, 숫자, 따옴표가 아닌 문자 하나여야 합니다</translation>
    </message>
    <message>
        <source>table: encoding {given} is not known, expected one of {known}</source>
        <translation>표: 인코딩 {given}을(를) 알 수 없습니다. {known} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>table: {given} lines to skip, expected from 0 to {most}</source>
        <translation>표: 건너뛸 줄 {given}개. 0부터 {most}까지여야 합니다</translation>
    </message>
    <message>
        <source>table: {what}: {given}, expected one of {known}</source>
        <translation>표: {what}: {given}. {known} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>text behind a closing quote, expected the next cell; double the quotes that belong to the text</source>
        <translation>닫는 따옴표 뒤에 글이 있습니다. 다음 칸이 와야 합니다. 글에 속한 따옴표는 두 번 쓰십시오</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>글</translation>
    </message>
    <message>
        <source>the cell is empty</source>
        <translation>칸이 비어 있습니다</translation>
    </message>
    <message>
        <source>to be ignored</source>
        <translation>무시 대상</translation>
    </message>
    <message>
        <source>to predict</source>
        <translation>예측 대상</translation>
    </message>
    <message>
        <source>values to predict as</source>
        <translation>예측할 값의 종류</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>예/아니요</translation>
    </message>
    <message>
        <source>{cell} stands for a missing value</source>
        <translation>{cell}은(는) 결측값을 뜻합니다</translation>
    </message>
    <message>
        <source>{file}, column {column}</source>
        <translation>{file}, 열 {column}</translation>
    </message>
    <message>
        <source>{file}, column {column}: always {value}, nothing to predict; name another column (--label)</source>
        <translation>{file}, 열 {column}: 항상 {value}이므로 예측할 것이 없습니다. 다른 열을 지정하십시오(--label)</translation>
    </message>
    <message>
        <source>{file}, column {column}: there is no value in it</source>
        <translation>{file}, 열 {column}: 값이 없습니다</translation>
    </message>
    <message>
        <source>{file}, line {line}, character {character}: not text in {encoding}; save the table as UTF-8, or name its encoding (--encoding)</source>
        <translation>{file}, {line}번째 줄, {character}번째 글자: {encoding}(으)로 된 글이 아닙니다. 표를 UTF-8로 저장하거나 인코딩을 지정하십시오(--encoding)</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}</source>
        <translation>{file}, {line}번째 줄, 열 {column}</translation>
    </message>
    <message>
        <source>{file}, line {line}: longer than {most} characters, expected a row of a table</source>
        <translation>{file}, {line}번째 줄: {most}자를 넘습니다. 표의 한 행이 와야 합니다</translation>
    </message>
    <message>
        <source>{file}, line {line}: more than {most} rows, the most that is read; keep a part of the table</source>
        <translation>{file}, {line}번째 줄: 읽을 수 있는 {most}행을 넘습니다. 표의 일부만 남기십시오</translation>
    </message>
    <message>
        <source>{file}, line {line}: {count} columns, expected at most {most}; keep a part of them, or name what divides the cells (--delimiter)</source>
        <translation>{file}, {line}번째 줄: 열이 {count}개입니다. 최대 {most}개여야 합니다. 일부만 남기거나 구분 문자를 지정하십시오(--delimiter)</translation>
    </message>
    <message>
        <source>{file}, line {line}: {count} {count:cell|cells}, expected {expected}; correct the line, or name what divides the cells (--delimiter) or the lines above the table (--skip)</source>
        <translation>{file}, {line}번째 줄: 칸이 {count}개입니다. {expected}개여야 합니다. 줄을 고치거나, 구분 문자(--delimiter)나 표 위의 줄 수(--skip)를 지정하십시오</translation>
    </message>
    <message>
        <source>{file}, line {line}: {problem}</source>
        <translation>{file}, {line}번째 줄: {problem}</translation>
    </message>
    <message>
        <source>{file}: a table or a file of images was expected; for a session, an experiment or weights: playground train</source>
        <translation>{file}: 표나 이미지 파일이어야 합니다. 세션, 실험, 가중치에는 playground train을 쓰십시오</translation>
    </message>
    <message>
        <source>{file}: a web page or XML, not a table; open it in a spreadsheet and save it as CSV</source>
        <translation>{file}: 표가 아니라 웹 페이지나 XML입니다. 스프레드시트에서 열어 CSV로 저장하십시오</translation>
    </message>
    <message>
        <source>{file}: all {count} columns are inputs; expected one to predict</source>
        <translation>{file}: 열 {count}개가 모두 입력입니다. 하나는 예측 대상이어야 합니다</translation>
    </message>
    <message>
        <source>{file}: empty, expected a row per example</source>
        <translation>{file}: 비어 있습니다. 샘플마다 한 행이 있어야 합니다</translation>
    </message>
    <message>
        <source>{file}: every row lacks a value in a column that is used</source>
        <translation>{file}: 모든 행에서 쓰이는 열의 값이 빠져 있습니다</translation>
    </message>
    <message>
        <source>{file}: every row lacks a value in a column that is used; nothing is left to learn; leave the emptiest columns out (--ignore)</source>
        <translation>{file}: 모든 행에서 쓰이는 열의 값이 빠져 있어 학습할 것이 남지 않습니다. 가장 많이 빈 열을 빼십시오(--ignore)</translation>
    </message>
    <message>
        <source>{file}: expected at least {count} columns of inputs, found {found}; name what divides the cells (--delimiter)</source>
        <translation>{file}: 입력 열이 적어도 {count}개 있어야 하는데 {found}개입니다. 구분 문자를 지정하십시오(--delimiter)</translation>
    </message>
    <message>
        <source>{file}: its compression is damaged; pack or copy it again</source>
        <translation>{file}: 압축이 손상되었습니다. 다시 압축하거나 복사하십시오</translation>
    </message>
    <message>
        <source>{file}: its {what} are {found}, but the network was trained on {trained}; restore the names, or open the table itself and train anew</source>
        <translation>{file}: {what}이(가) {found}이지만 신경망은 {trained}(으)로 학습했습니다. 이름을 되돌리거나, 표를 직접 열어 다시 학습하십시오</translation>
    </message>
    <message>
        <source>{file}: larger than {most} MB when unpacked, the most that is read</source>
        <translation>{file}: 압축을 풀면 읽을 수 있는 {most} MB를 넘습니다</translation>
    </message>
    <message>
        <source>{file}: no column can be predicted: each is empty, always the same, a date or another text in every row; name one (--label)</source>
        <translation>{file}: 예측할 수 있는 열이 없습니다. 모두 비었거나, 항상 같거나, 날짜이거나, 행마다 다른 글입니다. 하나를 지정하십시오(--label)</translation>
    </message>
    <message>
        <source>{file}: no column is left to predict from: {column} {reason}; name the inputs (--input)</source>
        <translation>{file}: 입력으로 쓸 열이 남지 않습니다. {column}: {reason}. 입력을 지정하십시오(--input)</translation>
    </message>
    <message>
        <source>{file}: no {role} column {name}, its columns are {columns}</source>
        <translation>{file}: {role} 열 {name}이(가) 없습니다. 있는 열: {columns}</translation>
    </message>
    <message>
        <source>{file}: {count} columns to predict are numbers, expected one for classes (--as)</source>
        <translation>{file}: 예측할 열이 {count}개이면 수여야 합니다. 클래스로는 하나만 예측합니다(--as)</translation>
    </message>
    <message>
        <source>{file}: {count} inputs, expected at most {most}; leave columns out (--ignore)</source>
        <translation>{file}: 입력이 {count}개입니다. 최대 {most}개여야 합니다. 열을 빼십시오(--ignore)</translation>
    </message>
    <message>
        <source>{file}: {count} {count:column|columns}, all to predict; expected at least one input column; name what divides the cells (--delimiter)</source>
        <translation>{file}: 열 {count}개가 모두 예측 대상입니다. 입력 열이 하나는 있어야 합니다. 구분 문자를 지정하십시오(--delimiter)</translation>
    </message>
    <message>
        <source>{file}: {role} column {name} is named twice</source>
        <translation>{file}: {role} 열 {name}을(를) 두 번 지정했습니다</translation>
    </message>
    <message>
        <source>{file}: {rows:,} images of {width} × {height} pixels, {classes} classes</source>
        <translation>{file}: {width} × {height} 픽셀 이미지 {rows:,}개, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>{file}: {rows:,} {rows:row|rows}, {columns} {columns:column|columns}; {header}, cells divided by {delimiter}, decimals behind {decimal}, {encoding}</source>
        <translation>{file}: {rows:,}행, {columns}열, {header}, 구분 문자 {delimiter}, 소수점 {decimal}, {encoding}</translation>
    </message>
    <message>
        <source>{file}: {what}, expected a row per example</source>
        <translation>{file}: {what}. 샘플마다 한 행이 있어야 합니다</translation>
    </message>
    <message>
        <source>{given} is not allowed; one character, tab or space was expected</source>
        <translation>{given}은(는) 쓸 수 없습니다. 문자 하나, tab, space 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>{given} is not known; one of {known} was expected</source>
        <translation>{given}을(를) 알 수 없습니다. {known} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>{line}, {count} missing</source>
        <translation>{line}, 결측 {count}개</translation>
    </message>
    <message>
        <source>{option}: the inputs of this network are {names}; leave the option out</source>
        <translation>{option}: 이 신경망의 입력은 {names}입니다. 이 옵션을 빼십시오</translation>
    </message>
    <message>
        <source>{place}: {cell} does not go with {decimal} in front of decimals, as in the other numbers; correct it, or say which mark it is (--decimal)</source>
        <translation>{place}: {cell}은(는) 다른 수처럼 {decimal}을(를) 소수점으로 읽을 수 없습니다. 고치거나 소수점 부호를 지정하십시오(--decimal)</translation>
    </message>
    <message>
        <source>{place}: {cell} is neither yes nor no, as {word} was in training</source>
        <translation>{place}: {cell}은(는) 학습 때의 {word}처럼 예나 아니요가 아닙니다</translation>
    </message>
    <message>
        <source>{place}: {cell} is no class of this network, expected {classes}</source>
        <translation>{place}: {cell}은(는) 이 신경망의 클래스가 아닙니다. {classes} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>{place}: {cell} is not a number, expected one like {example} ({count} {count:row|rows}); correct it, empty it, or leave the column out (--ignore {column})</source>
        <translation>{place}: {cell}은(는) 수가 아닙니다. {example}와(과) 같은 수여야 합니다({count}행). 고치거나, 비우거나, 열을 빼십시오(--ignore {column})</translation>
    </message>
    <message>
        <source>{place}: {cell} is not a number, expected one to compare the answers with</source>
        <translation>{place}: {cell}은(는) 수가 아닙니다. 답과 비교할 수여야 합니다</translation>
    </message>
    <message>
        <source>{place}: {cell} is not a number; predict the column as classes (--as classes), alone, or leave it out (--ignore {column})</source>
        <translation>{place}: {cell}은(는) 수가 아닙니다. 이 열만 클래스로 예측하거나(--as classes) 빼십시오(--ignore {column})</translation>
    </message>
    <message>
        <source>{place}: {cell} is not a number; the network was trained on numbers in this column</source>
        <translation>{place}: {cell}은(는) 수가 아닙니다. 신경망은 이 열의 수로 학습했습니다</translation>
    </message>
    <message>
        <source>{place}: {cell} may be {one} or {other}; say which mark stands in front of decimals (--decimal , or --decimal .)</source>
        <translation>{place}: {cell}은(는) {one}일 수도 {other}일 수도 있습니다. 소수점 부호를 지정하십시오(--decimal , 또는 --decimal .)</translation>
    </message>
    <message>
        <source>{place}: {cell} stands without % among numbers with it; write all alike, or leave the column out (--ignore {column})</source>
        <translation>{place}: 다른 수에는 %가 있는데 {cell}에는 없습니다. 모두 같게 쓰거나 열을 빼십시오(--ignore {column})</translation>
    </message>
    <message>
        <source>{place}: {problem}, expected a value in every row to predict; such rows can be dropped (--missing drop)</source>
        <translation>{place}: {problem}. 예측할 모든 행에 값이 있어야 합니다. 그런 행은 뺄 수 있습니다(--missing drop)</translation>
    </message>
    <message>
        <source>{text}: {option} is for a table only; leave it out</source>
        <translation>{text}: {option}은(는) 표에만 쓸 수 있습니다. 이 옵션을 빼십시오</translation>
    </message>
    <message>
        <source>{where}: only one class ({name}), expected at least 2; name another column (--label)</source>
        <translation>{where}: 클래스가 하나({name})뿐입니다. 적어도 2개여야 합니다. 다른 열을 지정하십시오(--label)</translation>
    </message>
    <message>
        <source>{where}: {count} classes are too many for {rows} rows; keep a part of the rows</source>
        <translation>{where}: {rows}행에 클래스 {count}개는 너무 많습니다. 행의 일부만 남기십시오</translation>
    </message>
    <message>
        <source>{where}: {count} classes, expected at most {most}; name another column (--label), or predict numbers (--as numbers)</source>
        <translation>{where}: 클래스가 {count}개입니다. 최대 {most}개여야 합니다. 다른 열을 지정하거나(--label) 수로 예측하십시오(--as numbers)</translation>
    </message>
    <message>
        <source>fewer than {count} rows: all train the network, none is kept for testing</source>
        <translation>행이 {count}개보다 적어 모두 학습에 쓰고, 테스트용으로 남기지 않습니다</translation>
    </message>
    <message>
        <source>pixels are divided by {white}, the largest there can be</source>
        <translation>픽셀을 가장 큰 값인 {white}(으)로 나눕니다</translation>
    </message>
    <message>
        <source>The cost rose from {first} to {cost}, where always answering the same costs {baseline}: each step goes further than the valley is wide.</source>
        <translation>늘 같은 답을 하면 비용이 {baseline}인데 비용이 {first}에서 {cost}(으)로 올랐습니다. 스텝마다 골짜기의 너비보다 멀리 지나칩니다.</translation>
    </message>
    <message>
        <source>The inputs do not seem to tell {column}: answering as the nearest other examples do is no better than always answering the same ({score}).</source>
        <translation>입력만으로는 {column}을(를) 알 수 없는 것으로 보입니다. 가장 가까운 샘플을 따라 답해도({score}) 늘 같은 답을 하는 것보다 낫지 않습니다.</translation>
    </message>
    <message>
        <source>The weights began too large: the first cost was {first} where always answering the same costs {baseline}, and the gradient of layer {layer} has ‖dW, db‖ = {norm}.</source>
        <translation>처음 가중치가 너무 큽니다. 늘 같은 답을 하면 비용이 {baseline}인데 처음 비용은 {first}이었고, {layer}층의 그래디언트는 ‖dW, db‖ = {norm}입니다.</translation>
    </message>
    <message>
        <source>Train on; if the cost stays, change one thing at a time: other first weights, more neurons, other inputs.</source>
        <translation>더 학습해 보고, 비용이 그대로이면 다른 처음 가중치, 더 많은 뉴런, 다른 입력을 한 번에 하나씩만 바꾸어 보십시오.</translation>
    </message>
    <message>
        <source>the test cost is {test}; always answering the mean would cost {base}</source>
        <translation>테스트 비용은 {test}이고 늘 평균으로 답하면 {base}입니다</translation>
    </message>
    <message>
        <source>the training cost is {train}, and {n} {n:test example is|test examples are} too few to judge by; always answering the mean would cost {base}</source>
        <translation>훈련 비용은 {train}입니다. 테스트 샘플 {n}개로는 판단하기에 모자랍니다. 늘 평균으로 답하면 {base}입니다</translation>
    </message>
    <message>
        <source>the training cost is {train}; always answering the mean would cost {base}</source>
        <translation>훈련 비용은 {train}이고 늘 평균으로 답하면 {base}입니다</translation>
    </message>
    <message>
        <source>{train}% of the training examples are right, and {n} {n:test example is|test examples are} too few to judge by; always answering the most common class would be {base}%</source>
        <translation>훈련 샘플의 {train}%를 맞힙니다. 테스트 샘플 {n}개로는 판단하기에 모자랍니다. 늘 가장 많은 클래스로 답하면 {base}%입니다</translation>
    </message>
    <message>
        <source>C is the cost of this example; training minimizes the mean over the examples</source>
        <translation>C는 이 샘플의 비용입니다. 학습은 샘플 전체의 평균을 줄입니다</translation>
    </message>
    <message>
        <source>Some weights are not finite: undo, or draw new weights first.</source>
        <translation>유한하지 않은 가중치가 있습니다. 실행을 취소하거나 가중치를 새로 뽑으십시오.</translation>
    </message>
    <message>
        <source>The graph of this network would have {nodes} nodes or more, and {most} can be shown: point at a neuron before, or choose a smaller network.</source>
        <translation>이 신경망의 그래프는 노드가 {nodes}개 이상이고, {most}개까지 보일 수 있습니다. 먼저 뉴런 하나를 가리키거나 더 작은 신경망을 고르십시오.</translation>
    </message>
    <message>
        <source>The graph of this neuron would have {nodes} nodes or more, and {most} can be shown: choose one in an earlier layer.</source>
        <translation>이 뉴런의 그래프는 노드가 {nodes}개 이상이고, {most}개까지 보일 수 있습니다. 더 앞 층의 뉴런을 고르십시오.</translation>
    </message>
    <message>
        <source>The network&apos;s formula cannot be written: {problem}.</source>
        <translation>신경망의 수식을 쓸 수 없습니다({problem}). 더 작은 신경망을 고르십시오.</translation>
    </message>
    <message>
        <source>There is no neuron {unit} in layer {layer}.</source>
        <translation>{layer}층에는 {unit}번째 뉴런이 없습니다.</translation>
    </message>
    <message>
        <source>There is no training example {example}; there are {m}.</source>
        <translation>{example}번째 훈련 샘플은 없습니다. 훈련 샘플은 {m}개입니다.</translation>
    </message>
    <message>
        <source>a is too near 0 or 1 for 1 − a: the cost is computed from z</source>
        <translation>a가 0이나 1에 너무 가까워 1 − a 대신 z로 비용을 계산합니다</translation>
    </message>
    <message>
        <source>every number is that of training example {example} of {m} alone</source>
        <translation>모든 수는 훈련 샘플 {m}개 가운데 {example}번째 하나의 값입니다</translation>
    </message>
    <message>
        <source>y is the target as training sees it: minus its mean, divided by its scale</source>
        <translation>y는 학습이 보는 정답입니다(평균을 빼고 척도로 나눔)</translation>
    </message>
    <message>
        <source>Column {column}: {reason}</source>
        <translation>{column}번째 글자: {reason}</translation>
    </message>
    <message>
        <source>features: {count} formulas, expected 1 to {most}</source>
        <translation>특성: 수식이 {count}개입니다. 1개에서 {most}개까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>{place}, column {column}: {reason}</source>
        <translation>{place}, {column}번째 글자: {reason}</translation>
    </message>
    <message>
        <source>{place}: appears twice, expected different features</source>
        <translation>{place}: 두 번 나옵니다. 서로 다른 특성이어야 합니다</translation>
    </message>
    <message>
        <source>{place}: no finite value for example {example} ({values})</source>
        <translation>{place}: {example}번째 샘플({values})에서 값이 유한하지 않습니다</translation>
    </message>
    <message>
        <source>{place} (without a name)</source>
        <translation>{place}(이름 없음)</translation>
    </message>
    <message>
        <source>{name} is no preset of the chain rule ({known}); as a formula it needs a value: --at {name}=…</source>
        <translation>{name}은(는) 연쇄 법칙의 프리셋이 아닙니다({known}). 수식이라면 값이 필요합니다: --at {name}=…</translation>
    </message>
    <message>
        <source>a part of it belongs to itself</source>
        <translation>그 일부가 자기 자신에 속합니다</translation>
    </message>
    <message>
        <source>fewer than two classes</source>
        <translation>클래스가 둘보다 적습니다</translation>
    </message>
    <message>
        <source>more arrays are told of than there are</source>
        <translation>적힌 배열이 실제 배열보다 많습니다</translation>
    </message>
    <message>
        <source>{where}: damaged: {what}; open another copy of the file</source>
        <translation>{where}: 파일이 손상되었습니다: {what}. 이 파일의 다른 사본을 여십시오</translation>
    </message>
    <message>
        <source>{where}: inputs: they are not those that columns names; leave both out</source>
        <translation>{where}: inputs: columns의 이름과 맞지 않습니다. 둘 다 빼십시오</translation>
    </message>
    <message>
        <source>{where}: the data, {file}, are on another computer; copy them to this one and open them here</source>
        <translation>{where}: 데이터 {file}이(가) 다른 컴퓨터에 있습니다. 이 컴퓨터로 복사한 뒤 여기서 여십시오</translation>
    </message>
    <message>
        <source>there is no layer {layer}; expected 1 to {layers}</source>
        <translation>{layer}층이 없습니다. 1 이상 {layers} 이하여야 합니다</translation>
    </message>
    <message>
        <source>there is no training example {example}; expected 1 to {count}</source>
        <translation>{example}번째 훈련 샘플이 없습니다. 1 이상 {count} 이하여야 합니다</translation>
    </message>
    <message>
        <source>there is no {parameter}; expected rows 1 to {rows} and columns 1 to {columns}</source>
        <translation>{parameter}이(가) 없습니다. 행은 1 이상 {rows} 이하, 열은 1 이상 {columns} 이하여야 합니다</translation>
    </message>
    <message>
        <source>a branch</source>
        <translation>갈래</translation>
    </message>
    <message>
        <source>a point of the history</source>
        <translation>기록의 한 점</translation>
    </message>
    <message>
        <source>an .onnx file needs the package onnx: {install}</source>
        <translation>.onnx 파일에는 onnx 패키지가 필요합니다: {install}</translation>
    </message>
    <message>
        <source>an experiment with the examples of another one</source>
        <translation>다른 실험의 샘플을 가진 실험</translation>
    </message>
    <message>
        <source>an unknown speed</source>
        <translation>알 수 없는 속도</translation>
    </message>
    <message>
        <source>data.noise: {noise}, expected 0 to {noise_maximum} for {name}</source>
        <translation>data.noise: {noise}입니다. {name}에서는 0 이상 {noise_maximum} 이하여야 합니다</translation>
    </message>
    <message>
        <source>data.samples: {count}, expected {samples_minimum} to {samples_maximum} for {name}</source>
        <translation>data.samples: {count}개입니다. {name}에서는 {samples_minimum}개 이상 {samples_maximum}개 이하여야 합니다</translation>
    </message>
    <message>
        <source>data.seed: {seed}, expected 0 or more</source>
        <translation>data.seed: {seed}입니다. 0 이상이어야 합니다</translation>
    </message>
    <message>
        <source>data.source.axes: {count} given, expected {expected}, one for each coordinate</source>
        <translation>data.source.axes: {count}개입니다. 좌표마다 하나씩 {expected}개여야 합니다</translation>
    </message>
    <message>
        <source>data.source.axes[{index}]: from {low:g} to {high:g}, expected two ascending numbers within ±{axis_end:g}</source>
        <translation>data.source.axes[{index}]: {low:g}부터 {high:g}까지입니다. ±{axis_end:g} 안에서 커지는 두 수여야 합니다</translation>
    </message>
    <message>
        <source>data.source.class_names: {count} given, expected at most {classes_maximum}</source>
        <translation>data.source.class_names: {count}개입니다. {classes_maximum}개 이하여야 합니다</translation>
    </message>
    <message>
        <source>data.source.classes: {n_classes}, expected a whole number from 0 to {classes_maximum}</source>
        <translation>data.source.classes: {n_classes}입니다. 0 이상 {classes_maximum} 이하의 정수여야 합니다</translation>
    </message>
    <message>
        <source>data.source.names: {count} given, expected {n_inputs}, one for each coordinate</source>
        <translation>data.source.names: {count}개입니다. 좌표마다 하나씩 {n_inputs}개여야 합니다</translation>
    </message>
    <message>
        <source>data.source.points: {count} points, expected 1 to {points_maximum}</source>
        <translation>data.source.points: 점이 {count}개입니다. 1개 이상 {points_maximum}개 이하여야 합니다</translation>
    </message>
    <message>
        <source>data.train_fraction: {train_fraction}, expected more than 0 and at most 1</source>
        <translation>data.train_fraction: {train_fraction}입니다. 0보다 크고 1 이하여야 합니다</translation>
    </message>
    <message>
        <source>data: unknown dataset {name!r}, expected one of {generators}</source>
        <translation>data: 데이터 {name!r}을(를) 알 수 없습니다. {generators} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>dataset: X of type {dtype} does not fit a white of {white}</source>
        <translation>데이터: 형식이 {dtype}인 X는 흰색 값 {white}와(과) 맞지 않습니다</translation>
    </message>
    <message>
        <source>dataset: X {inputs} and Y {targets} are not two tables with a column per example</source>
        <translation>데이터: X {inputs}와(과) Y {targets}은(는) 샘플마다 한 열씩인 두 표가 아닙니다</translation>
    </message>
    <message>
        <source>dataset: images of {image_shape} pixels do not fit an X of shape {shape}</source>
        <translation>데이터: {image_shape}픽셀 이미지는 모양이 {shape}인 X와 맞지 않습니다</translation>
    </message>
    <message>
        <source>dataset: {count} classes do not fit a Y of shape {shape}</source>
        <translation>데이터: 클래스 {count}개는 모양이 {shape}인 Y와 맞지 않습니다</translation>
    </message>
    <message>
        <source>features: inputs of shape {shape}, expected ({n}, m)</source>
        <translation>특성: 입력의 모양이 {shape}입니다. ({n}, m)이어야 합니다</translation>
    </message>
    <message>
        <source>more pinned runs than there can be</source>
        <translation>허용된 수보다 많은 고정 실행</translation>
    </message>
    <message>
        <source>nothing recorded before the present moment</source>
        <translation>현재 순간 이전의 기록이 없음</translation>
    </message>
    <message>
        <source>recorded moments after the last one</source>
        <translation>마지막 순간 뒤의 기록</translation>
    </message>
    <message>
        <source>recorded moments out of order</source>
        <translation>순서가 어긋난 기록</translation>
    </message>
    <message>
        <source>shares of examples or units in the history</source>
        <translation>기록에 있는 샘플 또는 뉴런의 비율</translation>
    </message>
    <message>
        <source>split: {value} examples, expected at least 1</source>
        <translation>나누기: 샘플이 {value}개입니다. 하나 이상이어야 합니다</translation>
    </message>
    <message>
        <source>the epochs of the history</source>
        <translation>기록의 에포크</translation>
    </message>
    <message>
        <source>the epochs of the way</source>
        <translation>경로의 에포크</translation>
    </message>
    <message>
        <source>the history</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>the last gradient</source>
        <translation>마지막 그래디언트</translation>
    </message>
    <message>
        <source>the last step</source>
        <translation>마지막 스텝</translation>
    </message>
    <message>
        <source>the name of a pinned run</source>
        <translation>고정한 실행의 이름</translation>
    </message>
    <message>
        <source>the number of branches</source>
        <translation>갈래의 수</translation>
    </message>
    <message>
        <source>the number of recorded moments</source>
        <translation>기록된 순간의 수</translation>
    </message>
    <message>
        <source>the numbers of pinned runs</source>
        <translation>고정한 실행의 번호</translation>
    </message>
    <message>
        <source>the optimizer</source>
        <translation>옵티마이저의 상태</translation>
    </message>
    <message>
        <source>the place in an epoch</source>
        <translation>에포크 안의 위치</translation>
    </message>
    <message>
        <source>the size of the timeline</source>
        <translation>타임라인의 크기</translation>
    </message>
    <message>
        <source>the way through parameter space</source>
        <translation>매개변수 공간의 경로</translation>
    </message>
    <message>
        <source>this network has no valid ONNX form: {problem}</source>
        <translation>이 신경망은 올바른 ONNX로 나타낼 수 없습니다: {problem}</translation>
    </message>
    <message>
        <source>weights for another network</source>
        <translation>다른 신경망의 가중치</translation>
    </message>
    <message>
        <source>weights that are not finite</source>
        <translation>유한하지 않은 가중치</translation>
    </message>
    <message>
        <source>{file}: could not be written: {reason}</source>
        <translation>{file}: 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{framework} is no framework to export to; {known}</source>
        <translation>{framework}(으)로는 내보낼 수 없습니다. {known}</translation>
    </message>
    <message>
        <source>{name!r}: a file name cannot contain a NUL character; choose another</source>
        <translation>{name!r}: 파일 이름에는 NUL 문자를 쓸 수 없습니다. 다른 이름을 고르십시오</translation>
    </message>
    <message>
        <source>{name}: not read to the end</source>
        <translation>{name}: 끝까지 읽지 않았습니다</translation>
    </message>
    <message>
        <source>{place}: data: missing</source>
        <translation>{place}: 데이터가 빠져 있습니다</translation>
    </message>
    <message>
        <source>{place}: no examples, or numbers that are not finite</source>
        <translation>{place}: 샘플이 없거나 유한하지 않은 수가 있습니다</translation>
    </message>
    <message>
        <source>{place}: targets that are no classes</source>
        <translation>{place}: 정답이 클래스가 아닙니다</translation>
    </message>
    <message>
        <source>{where}: W{layer}: {shape} for 1 to {max_outputs} outputs</source>
        <translation>{where}: W{layer}: 모양이 {shape}입니다. 출력은 1개 이상 {max_outputs}개 이하여야 합니다</translation>
    </message>
    <message>
        <source>{where}: a session with too many recorded moments to be written; expected a shorter timeline</source>
        <translation>{where}: 기록된 순간이 너무 많아 세션을 쓸 수 없습니다. 타임라인을 줄이십시오</translation>
    </message>
    <message>
        <source>{where}: an array stands twice in the archive</source>
        <translation>{where}: 파일 안에 같은 배열이 두 번 있습니다</translation>
    </message>
    <message>
        <source>{where}: class {label}, expected a whole number from 0 to {classes_maximum}</source>
        <translation>{where}: 클래스가 {label}입니다. 0 이상 {classes_maximum} 이하의 정수여야 합니다</translation>
    </message>
    <message>
        <source>{where}: damaged, perhaps cut off: the end of the file is missing; take another copy</source>
        <translation>{where}: 손상되었거나 중간에 잘렸습니다. 파일의 끝이 없습니다. 다른 사본을 사용하십시오</translation>
    </message>
    <message>
        <source>{where}: damaged: data of type {dtype}</source>
        <translation>{where}: 손상되었습니다. 데이터 형식이 {dtype}입니다</translation>
    </message>
    <message>
        <source>{where}: damaged: it refers to rows that it does not have</source>
        <translation>{where}: 손상되었습니다. 없는 행을 가리킵니다</translation>
    </message>
    <message>
        <source>{where}: damaged: it refers to the same rows again and again</source>
        <translation>{where}: 손상되었습니다. 같은 행을 되풀이해서 가리킵니다</translation>
    </message>
    <message>
        <source>{where}: damaged: its arrays are larger than the file</source>
        <translation>{where}: 손상되었습니다. 배열이 파일보다 큽니다</translation>
    </message>
    <message>
        <source>{where}: damaged: there is no {kind} {number} in it</source>
        <translation>{where}: 손상되었습니다. {kind} {number}이(가) 없습니다</translation>
    </message>
    <message>
        <source>{where}: damaged: {problem}</source>
        <translation>{where}: 손상되었습니다: {problem}</translation>
    </message>
    <message>
        <source>{where}: damaged: {rows} rows in place of one</source>
        <translation>{where}: 손상되었습니다. 한 행이어야 할 곳에 {rows}행이 있습니다</translation>
    </message>
    <message>
        <source>{where}: damaged: {what}</source>
        <translation>{where}: 손상되었습니다: {what}</translation>
    </message>
    <message>
        <source>{where}: expected finite numbers</source>
        <translation>{where}: 유한한 수여야 합니다</translation>
    </message>
    <message>
        <source>{where}: no weights of this program: the array &apos;experiment&apos; is missing (found {inside})</source>
        <translation>{where}: 이 프로그램의 가중치가 아닙니다. 배열 &apos;experiment&apos;가 없습니다(있는 것: {inside})</translation>
    </message>
    <message>
        <source>{where}: sources[{number}]: more than {classes_maximum} classes</source>
        <translation>{where}: sources[{number}]: 클래스가 {classes_maximum}개를 넘습니다</translation>
    </message>
    <message>
        <source>{where}: sources[{number}]: no dataset of drawn points</source>
        <translation>{where}: sources[{number}]: 찍은 점의 데이터가 아닙니다</translation>
    </message>
    <message>
        <source>{where}: sources[{number}]: {problem}</source>
        <translation>{where}: sources[{number}]: {problem}</translation>
    </message>
    <message>
        <source>{where}: the array {missing!r} is missing; its experiment needs {expected}</source>
        <translation>{where}: 배열 {missing!r}이(가) 없습니다. 실험에는 {expected}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>{where}: the session takes {total:,.0f} MB, more than the {max_file:,} MB that a file of it may have; expected a shorter timeline or fewer pinned runs</source>
        <translation>{where}: 세션이 {total:,.0f} MB로, 파일의 최대 크기인 {max_file:,} MB를 넘습니다. 타임라인을 줄이거나 고정한 실행을 지우십시오</translation>
    </message>
    <message>
        <source>{where}: {count} numbers, expected {length} as in the first point</source>
        <translation>{where}: 수가 {count}개입니다. 첫 점처럼 {length}개여야 합니다</translation>
    </message>
    <message>
        <source>{where}: {extra} is no array of its experiment, which has {expected}</source>
        <translation>{where}: {extra}은(는) 실험의 배열이 아닙니다. 실험의 배열: {expected}</translation>
    </message>
    <message>
        <source>{where}: {extra} is no array of this session</source>
        <translation>{where}: {extra}은(는) 이 세션의 배열이 아닙니다</translation>
    </message>
    <message>
        <source>{where}: {key}: shape {shape}; its experiment needs {needed}</source>
        <translation>{where}: {key}: 모양이 {shape}입니다. 실험에는 {needed}이(가) 필요합니다</translation>
    </message>
    <message>
        <source>{where}: {key}: type {dtype}; {names} was expected</source>
        <translation>{where}: {key}: 형식이 {dtype}입니다. {names}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{where}: {key}[{place}]: NaN or infinite; finite numbers were expected</source>
        <translation>{where}: {key}[{place}]: NaN이거나 무한대입니다. 유한한 수여야 합니다</translation>
    </message>
    <message>
        <source>{where}: {member} inside is encrypted</source>
        <translation>{where}: 안에 있는 {member}이(가) 암호화되어 있습니다</translation>
    </message>
    <message>
        <source>{where}: {name!r} is there twice, expected names that differ</source>
        <translation>{where}: {name!r}이(가) 두 번 있습니다. 서로 다른 이름이어야 합니다</translation>
    </message>
    <message>
        <source>{where}: {name!r}, expected a name of at most {name_maximum:,} characters</source>
        <translation>{where}: {name!r}입니다. 이름은 {name_maximum:,}자 이하여야 합니다</translation>
    </message>
    <message>
        <source>{where}: {name}: damaged: {size} bytes for shape {shape}</source>
        <translation>{where}: {name}: 손상되었습니다. 모양이 {shape}인데 {size}바이트입니다</translation>
    </message>
    <message>
        <source>{where}: {name}: holds Python objects, which are never loaded; numbers were expected</source>
        <translation>{where}: {name}: 절대 읽지 않는 Python 객체가 들어 있습니다. 수여야 합니다</translation>
    </message>
    <message>
        <source>{where}: {name}: {dtype} of shape {shape}; rows of numbers were expected</source>
        <translation>{where}: {name}: 모양이 {shape}인 {dtype}입니다. 수의 행이어야 합니다</translation>
    </message>
    <message>
        <source>{where}: {weights} weight and {biases} bias arrays for {layers} layers</source>
        <translation>{where}: 층이 {layers}개인데 가중치 배열이 {weights}개, 편향 배열이 {biases}개입니다</translation>
    </message>
    <message>
        <source>{where}: its data, {files}, are neither beside it nor in the home folder, and are not read unasked; open it in the window, or copy them beside it</source>
        <translation>{where}: 데이터 {files}은(는) 같은 폴더에도 홈 폴더에도 없으므로 묻지 않고 읽지 않습니다. 창에서 열거나 데이터를 옆에 복사하십시오</translation>
    </message>
    <message>
        <source>{where}: the data, {file}, lead to a device or to another computer; copy them into a folder of this one and open them here</source>
        <translation>{where}: 데이터 {file}은(는) 장치나 다른 컴퓨터로 이어집니다. 이 컴퓨터의 폴더에 복사한 뒤 여기서 여십시오</translation>
    </message>
    <message>
        <source>a standardization of shape {shape}; ({rows}, 1) was expected</source>
        <translation>표준화 값의 모양이 {shape}입니다. ({rows}, 1)이어야 합니다</translation>
    </message>
    <message>
        <source>the standardized features: {error}</source>
        <translation>표준화한 특성: {error}</translation>
    </message>
    <message>
        <source>The memory began at zero and is too small at first; dividing makes up for it, ever less. This is the optimizer&apos;s step {step}.</source>
        <translation>이 기억은 0에서 시작하므로 처음에는 너무 작습니다. 나눗셈이 이를 보정하며, 그 몫은 점점 줄어듭니다. 지금은 옵티마이저의 {step}번째 스텝입니다.</translation>
    </message>
    <message>
        <source>{count} {count:entry is|entries are} lost in rounding: at a cost of {cost} the rounding of its last digit, divided by 2ε, is as large as the difference of the two gradients, so {count:it is|they are} not judged. A larger ε tells more.</source>
        <translation>성분 {count}개가 반올림에 묻혔습니다. 비용이 {cost}이면 마지막 자리의 반올림을 2ε로 나눈 값이 두 그래디언트의 차이만큼 커서 판정하지 않습니다. ε를 더 크게 하면 더 알 수 있습니다.</translation>
    </message>
    <message>
        <source>{count} {count:entry sits|entries sit} on a kink: within ±ε a neuron or the cost has two slopes, a difference is no derivative there, and {count:it is|they are} not judged.</source>
        <translation>성분 {count}개가 꺾인 점에 있습니다. ±ε 안에서 뉴런이나 비용의 기울기가 둘이어서 차분이 도함수가 아니므로 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>how features are standardized</source>
        <translation>특성의 표준화 값</translation>
    </message>
    <message>
        <source>how targets are standardized</source>
        <translation>정답의 표준화 값</translation>
    </message>
    <message>
        <source>A preset, an experiment and a table are trained first.</source>
        <translation>프리셋, 실험, 표는 먼저 학습합니다.</translation>
    </message>
    <message>
        <source>See a neural network learn. Without a command, the window opens.</source>
        <translation>신경망이 배우는 모습을 봅니다. 명령 없이 실행하면 창이 열립니다.</translation>
    </message>
    <message>
        <source>Weights are trained anew only for a history, curves and animations, which tell of the training.</source>
        <translation>가중치는 학습 과정을 보여 주는 기록, 곡선, 애니메이션일 때만 새로 학습합니다.</translation>
    </message>
    <message>
        <source>a linear function of the inputs would reach {score}</source>
        <translation>입력의 선형 함수로는 {score}</translation>
    </message>
    <message>
        <source>a picture of the window after training</source>
        <translation>학습한 뒤의 창을 그림으로 저장합니다</translation>
    </message>
    <message>
        <source>a row per example: inputs, target, split, outputs</source>
        <translation>샘플마다 한 행: 입력, 정답, 구분, 출력</translation>
    </message>
    <message>
        <source>a table (.csv, .tsv, .txt, .data …, also .gz), or images (.idx)</source>
        <translation>표(.csv, .tsv, .txt, .data 등, .gz도 가능) 또는 이미지(.idx)</translation>
    </message>
    <message>
        <source>an ONNX graph from raw inputs to outputs</source>
        <translation>원래 입력에서 출력까지의 ONNX 그래프</translation>
    </message>
    <message>
        <source>an input&apos;s value: x=-2, t=pi/4, v=[1, 2] (repeatable)</source>
        <translation>입력의 값: x=-2, t=pi/4, v=[1, 2] (여러 번 가능)</translation>
    </message>
    <message>
        <source>answering as the nearest other examples do would reach {score}</source>
        <translation>가장 가까운 샘플을 따라 답하면 {score}</translation>
    </message>
    <message>
        <source>change a value of the experiment: training.learning_rate=0.1, &apos;network.hidden=[8,8]&apos; (repeatable)</source>
        <translation>실험의 값 바꾸기: training.learning_rate=0.1, &apos;network.hidden=[8,8]&apos; (여러 번 가능)</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>colours of a picture; {usual}</source>
        <translation>그림의 색, 기본값은 {usual}</translation>
    </message>
    <message>
        <source>column of a table that is left out (repeatable)</source>
        <translation>쓰지 않을 표의 열 (여러 번 가능)</translation>
    </message>
    <message>
        <source>column of a table to predict (repeatable)</source>
        <translation>예측할 표의 열 (여러 번 가능)</translation>
    </message>
    <message>
        <source>column of a table to predict from (repeatable)</source>
        <translation>입력으로 쓸 표의 열 (여러 번 가능)</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>compare backpropagation&apos;s gradient with central differences</source>
        <translation>역전파의 그래디언트를 중앙 차분과 비교합니다</translation>
    </message>
    <message>
        <source>cost and accuracy by epoch</source>
        <translation>에포크별 비용과 정확도</translation>
    </message>
    <message>
        <source>endings, and what --content can be there, the usual one first</source>
        <translation>파일 이름의 끝과 거기에 쓸 수 있는 --content (처음 것이 기본값)</translation>
    </message>
    <message>
        <source>epochs to train, instead of the experiment&apos;s</source>
        <translation>실험의 값 대신 학습할 에포크 수</translation>
    </message>
    <message>
        <source>how a table is read; what is left out is found out</source>
        <translation>표를 읽는 방법 (적지 않은 것은 자동으로 알아냄)</translation>
    </message>
    <message>
        <source>how a table of data is read, and what each column is for</source>
        <translation>데이터 표를 어떻게 읽고 각 열을 어디에 쓰는지 보여 줍니다</translation>
    </message>
    <message>
        <source>how bytes stand for letters: {encodings} …</source>
        <translation>바이트를 글자로 바꾸는 방식: {encodings} …</translation>
    </message>
    <message>
        <source>in pixels; 1600x1000</source>
        <translation>픽셀 크기, 기본값은 1600x1000</translation>
    </message>
    <message>
        <source>inputs, a row per example; labels, if there, are compared</source>
        <translation>샘플마다 한 행인 입력. 정답 열이 있으면 비교합니다</translation>
    </message>
    <message>
        <source>language of all texts; without it the system&apos;s</source>
        <translation>모든 글의 언어. 없으면 시스템 언어</translation>
    </message>
    <message>
        <source>learning each of so few examples by heart would reach {score}</source>
        <translation>몇 안 되는 샘플을 모두 외우면 {score}</translation>
    </message>
    <message>
        <source>lines above the table that are none of it</source>
        <translation>표에 속하지 않는, 표 위의 줄 수</translation>
    </message>
    <message>
        <source>lines or statements such as &quot;q = x + y; f = q*z&quot;, the id of a preset of the chain rule (two_gates), or a file (.txt, or a preset in .json); put -- before a text that begins with a minus sign</source>
        <translation>&quot;q = x + y; f = q*z&quot; 같은 수식, 연쇄 법칙 프리셋의 이름(two_gates) 또는 파일(.txt, 프리셋이면 .json). 빼기 기호로 시작하는 글 앞에는 --를 붙이십시오</translation>
    </message>
    <message>
        <source>list the experiments that come with the program</source>
        <translation>프로그램에 들어 있는 실험을 나열합니다</translation>
    </message>
    <message>
        <source>network.seed: initial weights and shuffling</source>
        <translation>network.seed: 초기 가중치와 섞는 순서</translation>
    </message>
    <message>
        <source>of a picture, in pixels</source>
        <translation>그림의 픽셀 크기</translation>
    </message>
    <message>
        <source>of the inputs and outputs of an {graph} file; {usual}</source>
        <translation>{graph} 파일의 입력과 출력의 정밀도, 기본값은 {usual}</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>playground COMMAND --help says more about one of them.</source>
        <translation>각 명령의 자세한 설명은 playground 명령 --help로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>위치 인수</translation>
    </message>
    <message>
        <source>print one JSON object on standard output, nothing else</source>
        <translation>표준 출력에 JSON 객체 하나만 씁니다</translation>
    </message>
    <message>
        <source>print the program&apos;s version</source>
        <translation>프로그램의 버전을 보여 줍니다</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>이 도움말을 보여 주고 끝냅니다</translation>
    </message>
    <message>
        <source>the confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>the decision boundary or curve</source>
        <translation>결정 경계 또는 곡선</translation>
    </message>
    <message>
        <source>the file to write; its ending says what it becomes</source>
        <translation>쓸 파일. 이름의 끝이 형식을 정합니다</translation>
    </message>
    <message>
        <source>the mark in front of decimals</source>
        <translation>소수 부분 앞의 기호</translation>
    </message>
    <message>
        <source>the network diagram</source>
        <translation>신경망 그림</translation>
    </message>
    <message>
        <source>the picture to write</source>
        <translation>쓸 그림 파일</translation>
    </message>
    <message>
        <source>train without a window; keep the weights and the history</source>
        <translation>창 없이 학습하고 가중치와 기록을 남깁니다</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>사용법</translation>
    </message>
    <message>
        <source>values and gradients of a typed formula, node by node</source>
        <translation>입력한 수식의 값과 그래디언트를 노드마다 계산합니다</translation>
    </message>
    <message>
        <source>weights and biases as colours</source>
        <translation>색으로 나타낸 가중치와 편향</translation>
    </message>
    <message>
        <source>weights for numpy</source>
        <translation>numpy용 가중치</translation>
    </message>
    <message>
        <source>what a {script} script computes with; {usual}</source>
        <translation>{script} 스크립트가 계산에 쓰는 라이브러리, 기본값은 {usual}</translation>
    </message>
    <message>
        <source>what becomes of rows without a value</source>
        <translation>값이 빠진 행을 어떻게 할지</translation>
    </message>
    <message>
        <source>what divides the cells: a character, tab or space</source>
        <translation>칸을 나누는 것: 문자 하나, tab 또는 space</translation>
    </message>
    <message>
        <source>what the column to predict holds</source>
        <translation>예측할 열에 든 것</translation>
    </message>
    <message>
        <source>what the file shows, see below: {names}</source>
        <translation>파일에 담을 내용(아래 참고): {names}</translation>
    </message>
    <message>
        <source>what trained weights answer for the rows of a table</source>
        <translation>표의 행마다 학습한 가중치가 내는 답을 보여 줍니다</translation>
    </message>
    <message>
        <source>whether the first row names the columns</source>
        <translation>첫 행이 열의 이름인지</translation>
    </message>
    <message>
        <source>write cost and accuracy by epoch, at most 1000 of them</source>
        <translation>에포크별 비용과 정확도를 최대 1000개까지 씁니다</translation>
    </message>
    <message>
        <source>write the table there instead of printing it</source>
        <translation>표를 화면 대신 이 파일에 씁니다</translation>
    </message>
    <message>
        <source>write the trained weights</source>
        <translation>학습한 가중치를 씁니다</translation>
    </message>
    <message>
        <source>write weights, a graph, a script, a table or a picture</source>
        <translation>가중치, 그래프, 스크립트, 표 또는 그림을 씁니다</translation>
    </message>
    <message>
        <source>Layer {layer} has only {units} {units:neuron|neurons}: {tries} other first weights did hardly better, and the network reaches {reached}, while {better}.</source>
        <translation>{layer}층에 뉴런이 {units}개뿐입니다. 다른 처음 가중치 {tries}가지도 별로 낫지 않았습니다. 신경망은 {reached}에 이르지만 {better}입니다.</translation>
    </message>
    <message>
        <source>Row {row} alone makes {percent}% of the squared deviations of {column}, which a squared error counts: there it is {value}, while all others lie between {low} and {high}.</source>
        <translation>{row}행 하나가 {column}의 편차 제곱의 {percent}%를 차지합니다. 제곱 오차는 바로 이 편차 제곱을 더합니다. 그 값은 {value}인데 나머지는 모두 {low}에서 {high} 사이에 있습니다.</translation>
    </message>
    <message>
        <source>After {n} {n:epoch|epochs} the cost is {cost}: the network reaches {reached}, while {better}. What is measured here does not show why.</source>
        <translation>{n}에포크 뒤 비용이 {cost}입니다. 신경망은 {reached}에 이르지만 {better}입니다. 여기에서 재는 값으로는 까닭을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The gradient of layer {layer} is {times} times smaller than that of layer {last}: it shrank on its way back through the layers, and layer {layer} hardly learns.</source>
        <translation>{layer}층의 그래디언트가 {last}층의 1/{times}입니다. 층을 거슬러 올라가며 작아져 {layer}층은 거의 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Without a hidden layer that bends, the network can only make straight boundaries and flat surfaces: it reaches {reached}, while {better}.</source>
        <translation>휘게 하는 은닉층이 없으면 신경망은 곧은 경계와 평평한 면만 만들 수 있습니다. 신경망은 {reached}에 이르지만 {better}입니다.</translation>
    </message>
    <message>
        <source>{dead} of the {units} neurons of layer {layer} are dead: ReLU makes them zero for all {examples} examples, so no gradient reaches them and their weights learn nothing.</source>
        <translation>{layer}층의 뉴런 {units}개 가운데 {dead}개가 죽었습니다. ReLU가 샘플 {examples}개 모두에서 0을 내므로 그래디언트가 닿지 않아 그 가중치는 아무것도 배우지 못합니다.</translation>
    </message>
    <message>
        <source>The cost stays at {cost} with ‖dW, db‖ = {norm}: there is hardly a slope left to follow. Yet the same network can do better: from the first weights of seed {seed} it reaches {possible} after {n} {n:epoch|epochs}, here {reached}.</source>
        <translation>비용이 {cost}에 머물고 ‖dW, db‖ = {norm}이어서 따라 내려갈 기울기가 거의 없습니다. 그래도 같은 신경망이 더 잘할 수 있습니다. 시드 {seed}의 처음 가중치로는 {n}에포크 뒤 {possible}에 이르지만 여기에서는 {reached}입니다.</translation>
    </message>
    <message>
        <source>size of everything; 100</source>
        <translation>전체를 확대하는 비율(%), 기본값은 100</translation>
    </message>
    <message>
        <source>{value!r} is not allowed; a percentage from {smallest} to {largest} was expected</source>
        <translation>{value!r}은(는) 쓸 수 없습니다. {smallest}에서 {largest} 사이의 백분율을 입력하십시오</translation>
    </message>
    <message>
        <source>Going back by one update: the updates since the last recorded moment are made again.</source>
        <translation>업데이트 하나를 되돌리는 중입니다. 마지막으로 기록된 순간 뒤의 업데이트를 다시 계산합니다.</translation>
    </message>
    <message>
        <source>Stopped at epoch {epoch:,}, after {n:,} {n:epoch|epochs} more.</source>
        <translation>에포크 {epoch:,}에서 멈춤: {n:,}에포크를 더 학습했습니다.</translation>
    </message>
    <message>
        <source>Stopped: no new low of the {cost} for {n:,} {n:epoch|epochs}; the lowest was {lowest:.4g} at epoch {epoch:,}.</source>
        <translation>멈춤: {n:,}에포크 동안 {cost}의 최저값이 새로 나오지 않았습니다. 가장 낮았던 값은 에포크 {epoch:,}의 {lowest:.4g}입니다.</translation>
    </message>
    <message>
        <source>Stopped: the training cost has come down to {cost:.4g} at epoch {epoch:,}; the target was {target:.4g}.</source>
        <translation>멈춤: 에포크 {epoch:,}에서 훈련 비용이 {cost:.4g}까지 내려가 목표 {target:.4g}에 이르렀습니다.</translation>
    </message>
    <message>
        <source>Stopped: {n:,} {n:epoch is|epochs are} done.</source>
        <translation>멈춤: {n:,}에포크를 마쳤습니다.</translation>
    </message>
    <message>
        <source>The cost is now {cost}, which suits the output.</source>
        <translation>출력에 맞게 비용 함수를 {cost}(으)로 바꾸었습니다.</translation>
    </message>
    <message>
        <source>The drawing is full: it holds at most {most:,} points.</source>
        <translation>그림이 가득 찼습니다. 점은 {most:,}개까지 찍을 수 있습니다.</translation>
    </message>
    <message>
        <source>The last point stays: training needs one. A new drawing begins with an empty sheet.</source>
        <translation>학습에는 점이 하나는 있어야 하므로 마지막 점은 남습니다. 새 그림은 빈 종이에서 시작합니다.</translation>
    </message>
    <message>
        <source>The output is now {activation}, the cost {cost}: they suit {count} classes.</source>
        <translation>클래스 {count}개에 맞게 출력을 {activation}(으)로, 비용 함수를 {cost}(으)로 바꾸었습니다.</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>max relative error</source>
        <translation>최대 상대 오차</translation>
    </message>
    <message>
        <source>mean |difference|</source>
        <translation>평균 |차이|</translation>
    </message>
    <message>
        <source>only points of classes can be drawn, but these data are numbers to predict; begin a new drawing</source>
        <translation>클래스의 점만 찍을 수 있는데 이 데이터는 수를 예측하는 문제입니다. 새 그림을 시작하십시오</translation>
    </message>
    <message>
        <source>points are drawn over two inputs, but these data have {inputs}; begin a new drawing</source>
        <translation>점은 두 입력 위에 찍는데 이 데이터의 입력은 {inputs}개입니다. 새 그림을 시작하십시오</translation>
    </message>
    <message>
        <source>record</source>
        <translation>저장된 상태</translation>
    </message>
    <message>
        <source>set of examples</source>
        <translation>샘플 묶음</translation>
    </message>
    <message>
        <source>source</source>
        <translation>데이터 출처</translation>
    </message>
    <message>
        <source>test cost</source>
        <translation>테스트 비용</translation>
    </message>
    <message>
        <source>training cost</source>
        <translation>훈련 비용</translation>
    </message>
    <message>
        <source>training.cost: {cost} needs one output per class (softmax); with one output use binary_cross_entropy</source>
        <translation>training.cost: {cost}에는 클래스마다 출력이 하나씩 필요합니다(소프트맥스). 출력이 하나이면 binary_cross_entropy를 쓰십시오</translation>
    </message>
    <message>
        <source>{count:,} points are too many to draw on, at most {most:,}; begin a new drawing</source>
        <translation>점이 {count:,}개여서 더 찍을 수 없습니다. {most:,}개까지 됩니다. 새 그림을 시작하십시오</translation>
    </message>
    <message>
        <source>{count} classes are too many to draw, at most {most}; begin a new drawing</source>
        <translation>클래스가 {count}개여서 찍을 수 없습니다. {most}개까지 됩니다. 새 그림을 시작하십시오</translation>
    </message>
    <message>
        <source>{name}: gradient check failed (epsilon {epsilon:g})</source>
        <translation>{name}: 그래디언트 검사 실패 (ε {epsilon:g})</translation>
    </message>
    <message>
        <source>{name}: gradient check passed (epsilon {epsilon:g})</source>
        <translation>{name}: 그래디언트 검사 통과 (ε {epsilon:g})</translation>
    </message>
    <message>
        <source>{where}: training.cost: {cost} needs one output per class (softmax); with one output use binary_cross_entropy</source>
        <translation>{where}: training.cost: {cost}에는 클래스마다 출력이 하나씩 필요합니다(소프트맥스). 출력이 하나이면 binary_cross_entropy를 쓰십시오</translation>
    </message>
    <message>
        <source>A confusion matrix needs classes; this problem has numbers to predict.</source>
        <translation>혼동 행렬에는 클래스가 있어야 합니다. 이 데이터는 수를 예측하는 문제입니다.</translation>
    </message>
    <message>
        <source>gradient check</source>
        <translation>그래디언트 검사</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Animation</source>
        <translation>애니메이션(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Backprop</source>
        <translation>역전파(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Chain rule</source>
        <translation>연쇄 법칙(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy settings as text</source>
        <translation>설정을 텍스트로 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cost curves…</source>
        <translation>비용 곡선(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>어두운 테마(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Data…</source>
        <translation>데이터(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export weights…</source>
        <translation>가중치 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>그림(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>이미지(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Landscape</source>
        <translation>비용 지형(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Network diagram…</source>
        <translation>신경망 그림(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;New start</source>
        <translation>새로 시작(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;NumPy script…</source>
        <translation>NumPy 스크립트(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;ONNX graph…</source>
        <translation>ONNX 그래프(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Output…</source>
        <translation>출력(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste table or settings</source>
        <translation>표 또는 설정 붙여넣기(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pin this run</source>
        <translation>이 실행 고정(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;PyTorch script…</source>
        <translation>PyTorch 스크립트(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>학습 시작(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Same start again</source>
        <translation>같은 시작점에서 다시(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>세션 저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Spaces</source>
        <translation>표현 공간(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>원래 크기(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Weight heatmaps…</source>
        <translation>가중치 히트맵(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Weights…</source>
        <translation>가중치(&amp;W)…</translation>
    </message>
    <message>
        <source>Animated PNG (*.apng)</source>
        <translation>움직이는 PNG (*.apng)</translation>
    </message>
    <message>
        <source>Begin again with other random weights</source>
        <translation>다른 무작위 가중치로 다시 시작합니다</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>창을 닫습니다</translation>
    </message>
    <message>
        <source>Con&amp;fusion matrix…</source>
        <translation>혼동 행렬(&amp;F)…</translation>
    </message>
    <message>
        <source>Cost &amp;history…</source>
        <translation>비용 기록(&amp;H)…</translation>
    </message>
    <message>
        <source>Cost, accuracy and gradient norms over time</source>
        <translation>시간에 따른 비용, 정확도, 그래디언트 노름</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Dra&amp;w data</source>
        <translation>데이터 그리기(&amp;W)</translation>
    </message>
    <message>
        <source>Draw other examples of the same kind; the weights stay</source>
        <translation>같은 종류의 샘플을 다시 뽑으며, 가중치는 그대로 둡니다</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>벡터 그림 (*.svg)</translation>
    </message>
    <message>
        <source>Every example with its prediction, and what that comes to</source>
        <translation>샘플마다 예측한 값과 그 요약</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>모든 단축키와 하는 일을 보입니다</translation>
    </message>
    <message>
        <source>Everything that can be taken back: click to go there</source>
        <translation>되돌릴 수 있는 모든 작업: 클릭하면 그때로 갑니다</translation>
    </message>
    <message>
        <source>Examples and weights as images, and a pad to draw on</source>
        <translation>이미지로 본 샘플과 가중치, 그리고 그림판</translation>
    </message>
    <message>
        <source>GIF animations (*.gif)</source>
        <translation>GIF 애니메이션 (*.gif)</translation>
    </message>
    <message>
        <source>Give texts and drawings their usual size</source>
        <translation>글자와 그림을 원래 크기로 되돌립니다</translation>
    </message>
    <message>
        <source>Go back to epoch 0 and the same initial weights, typed ones included</source>
        <translation>에포크 0과 같은 초기 가중치로 돌아갑니다. 직접 입력한 값도 포함합니다</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>History</source>
        <translation>작업 내역</translation>
    </message>
    <message>
        <source>Keep the run as it is, to compare the next ones with it</source>
        <translation>이 학습을 그대로 남겨 다음 학습과 비교합니다</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>어두운 바탕에 밝은 글자로 보입니다</translation>
    </message>
    <message>
        <source>Make one update, from one mini-batch</source>
        <translation>미니배치 하나로 한 번 업데이트합니다</translation>
    </message>
    <message>
        <source>Make texts and drawings larger, up to three times</source>
        <translation>글자와 그림을 크게 합니다 (세 배까지)</translation>
    </message>
    <message>
        <source>Make texts and drawings smaller</source>
        <translation>글자와 그림을 작게 합니다</translation>
    </message>
    <message>
        <source>New sa&amp;mple</source>
        <translation>샘플 다시 뽑기(&amp;M)</translation>
    </message>
    <message>
        <source>ONNX (*.onnx)</source>
        <translation>ONNX (*.onnx)</translation>
    </message>
    <message>
        <source>One update from the inside, step by step, and the gradient check</source>
        <translation>업데이트 한 번을 안에서 한 단계씩, 그리고 그래디언트 검사</translation>
    </message>
    <message>
        <source>Open a session, an experiment, trained weights or your own data</source>
        <translation>세션, 실험, 학습한 가중치 또는 내 데이터를 엽니다</translation>
    </message>
    <message>
        <source>Open neuron as &amp;graph</source>
        <translation>뉴런을 그래프로 열기(&amp;G)</translation>
    </message>
    <message>
        <source>Open the session as it was when a window was last closed</source>
        <translation>창을 마지막으로 닫았을 때의 세션을 엽니다</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>그림 (*.png)</translation>
    </message>
    <message>
        <source>Pinned runs: what differs between them, and how they came out</source>
        <translation>고정한 학습: 무엇이 서로 다르고 결과가 어떤지</translation>
    </message>
    <message>
        <source>Put data, network and training settings on the clipboard as text</source>
        <translation>데이터, 신경망, 학습 설정을 텍스트로 클립보드에 복사합니다</translation>
    </message>
    <message>
        <source>Python scripts (*.py)</source>
        <translation>Python 스크립트 (*.py)</translation>
    </message>
    <message>
        <source>R&amp;esults</source>
        <translation>결과(&amp;R)</translation>
    </message>
    <message>
        <source>Repeat what was taken back</source>
        <translation>취소한 것을 다시 합니다</translation>
    </message>
    <message>
        <source>Restore &amp;last session</source>
        <translation>지난 세션 복원(&amp;L)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행 비교</translation>
    </message>
    <message>
        <source>Save everything in one file: data, network, weights, timeline, pinned runs</source>
        <translation>데이터, 신경망, 가중치, 타임라인, 고정한 실행까지 모두 한 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>다른 이름으로 세션 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the session under another name, or only its settings</source>
        <translation>세션을 다른 이름으로 저장하거나 설정만 저장합니다</translation>
    </message>
    <message>
        <source>Step bac&amp;k</source>
        <translation>업데이트 하나 되돌리기(&amp;K)</translation>
    </message>
    <message>
        <source>Step one &amp;batch</source>
        <translation>배치 하나 학습(&amp;B)</translation>
    </message>
    <message>
        <source>Step one &amp;epoch</source>
        <translation>에포크 하나 학습(&amp;E)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Take exactly one update back</source>
        <translation>업데이트를 정확히 하나 되돌립니다</translation>
    </message>
    <message>
        <source>Take the last change, step or run back</source>
        <translation>마지막 변경, 단계 또는 학습을 되돌립니다</translation>
    </message>
    <message>
        <source>The computational graph of any formula, with its gradients</source>
        <translation>어떤 수식이든 계산 그래프와 그래디언트로 보기</translation>
    </message>
    <message>
        <source>The cost against one weight or two</source>
        <translation>가중치 하나 또는 둘에 따른 비용</translation>
    </message>
    <message>
        <source>The data as every layer sees them</source>
        <translation>층마다 보는 데이터</translation>
    </message>
    <message>
        <source>The network as it learns, with every gradient</source>
        <translation>학습하는 신경망과 모든 그래디언트</translation>
    </message>
    <message>
        <source>Train on the table on the clipboard, or take over settings copied from another window</source>
        <translation>클립보드의 표로 학습하거나, 다른 창에서 복사한 설정을 가져옵니다</translation>
    </message>
    <message>
        <source>Train to the end of the epoch: once through all training examples</source>
        <translation>에포크 끝까지, 곧 모든 훈련 샘플을 한 번 거칠 때까지 학습합니다</translation>
    </message>
    <message>
        <source>Train until paused</source>
        <translation>일시 정지할 때까지 학습합니다</translation>
    </message>
    <message>
        <source>Weights (*.npz)</source>
        <translation>가중치 (*.npz)</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>이 프로그램을 소개합니다</translation>
    </message>
    <message>
        <source>Write a script that needs nothing but numpy to do what the network does</source>
        <translation>numpy만으로 신경망과 똑같이 계산하는 스크립트를 씁니다</translation>
    </message>
    <message>
        <source>Write a script that rebuilds the network in PyTorch with its weights</source>
        <translation>신경망과 가중치를 PyTorch로 다시 만드는 스크립트를 씁니다</translation>
    </message>
    <message>
        <source>Write cost and accuracy by epoch as a table</source>
        <translation>에포크별 비용과 정확도를 표로 씁니다</translation>
    </message>
    <message>
        <source>Write how this changed from the first epoch to the present one</source>
        <translation>첫 에포크부터 지금까지 변한 모습을 애니메이션으로 씁니다</translation>
    </message>
    <message>
        <source>Write the data as a table, a row per example</source>
        <translation>샘플마다 한 행씩 데이터를 표로 씁니다</translation>
    </message>
    <message>
        <source>Write the network as an ONNX graph, from raw inputs to outputs</source>
        <translation>원래 입력에서 출력까지 신경망을 ONNX 그래프로 씁니다</translation>
    </message>
    <message>
        <source>Write the trained weights to an .npz file that plain numpy can read</source>
        <translation>학습한 가중치를 numpy만으로 읽을 수 있는 .npz 파일로 씁니다</translation>
    </message>
    <message>
        <source>Write this figure as a picture, or as a drawing of any size</source>
        <translation>이 그림을 픽셀 그림이나 크기에 매이지 않는 벡터 그림으로 씁니다</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>작게(&amp;O)</translation>
    </message>
    <message>
        <source>a script that needs nothing but numpy</source>
        <translation>numpy만 있으면 되는 스크립트</translation>
    </message>
    <message>
        <source>a script that rebuilds the network in PyTorch</source>
        <translation>신경망을 PyTorch로 다시 만드는 스크립트</translation>
    </message>
    <message>
        <source>colours of the window, remembered</source>
        <translation>창의 색 (기억됩니다)</translation>
    </message>
    <message>
        <source>the data, a row per example</source>
        <translation>데이터, 샘플마다 한 행</translation>
    </message>
    <message>
        <source>{figure} while it trains</source>
        <translation>학습하는 동안의 {figure}</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>크게(&amp;Z)</translation>
    </message>
    <message>
        <source>Draw points on the picture of the output</source>
        <translation>출력 그림 위에 점을 찍습니다</translation>
    </message>
    <message>
        <source>What is wrong, if something is: vanishing gradients, dead neurons …</source>
        <translation>문제가 있다면 무엇이 문제인지: 그래디언트 소실, 죽은 뉴런 …</translation>
    </message>
    <message>
        <source>Bring the whole graph into view (0).</source>
        <translation>0: 그래프 전체가 보이게 합니다.</translation>
    </message>
    <message>
        <source>Next gate</source>
        <translation>다음 게이트</translation>
    </message>
    <message>
        <source>One gate back</source>
        <translation>게이트 하나 되돌리기</translation>
    </message>
    <message>
        <source>Show more of the graph, smaller (−).</source>
        <translation>−: 그래프를 더 작게 넓게 보입니다.</translation>
    </message>
    <message>
        <source>Show the graph larger (+).</source>
        <translation>+: 그래프를 더 크게 보입니다.</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>그래프 전체 보기</translation>
    </message>
    <message>
        <source>Take the last gate&apos;s step back (Left arrow).</source>
        <translation>왼쪽 방향키: 마지막 게이트의 단계를 되돌립니다.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>All {n} arrays agree with the central differences, on {m} {m:training example|training examples}.</source>
        <translation>훈련 샘플 {m}개에서 배열 {n}개가 모두 중앙 차분과 일치합니다.</translation>
    </message>
    <message>
        <source>{k} of {n} arrays could be judged, and agree, on {m} {m:training example|training examples}.</source>
        <translation>배열 {n}개 가운데 {k}개를 판정할 수 있었고, 훈련 샘플 {m}개에서 모두 일치합니다.</translation>
    </message>
    <message>
        <source>&amp;Fold the sides away</source>
        <translation>옆 패널 접기(&amp;F)</translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation>창의 색</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>창의 언어</translation>
    </message>
    <message>
        <source>Only what is being shown, on the whole screen and as large as the last row can read; Esc ends it</source>
        <translation>보여 주는 것만 화면 전체에, 맨 뒷줄에서도 읽을 크기로 나타냅니다. Esc로 끝냅니다</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>용어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Worked examples</source>
        <translation>풀이 예제</translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation>무엇이든 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>발표(&amp;P)</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Exercises: what is wrong?</source>
        <translation>연습: 무엇이 잘못되었는가?</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Find any action, setting, preset or term by typing</source>
        <translation>동작, 설정, 프리셋, 용어를 입력해서 찾습니다</translation>
    </message>
    <message>
        <source>Fold data, settings, output and curves away, or bring them back</source>
        <translation>데이터, 설정, 출력, 곡선을 접거나 다시 펼칩니다</translation>
    </message>
    <message>
        <source>1,5 has a decimal comma</source>
        <translation>1,5처럼 소수점은 쉼표</translation>
    </message>
    <message>
        <source>1.5 has a decimal point</source>
        <translation>1.5처럼 소수점은 마침표</translation>
    </message>
    <message>
        <source>About</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>At epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Begin at line</source>
        <translation>시작 줄</translation>
    </message>
    <message>
        <source>Big5 (Chinese)</source>
        <translation>Big5 (중국어)</translation>
    </message>
    <message>
        <source>CP1250 (Central European)</source>
        <translation>CP1250 (중부 유럽)</translation>
    </message>
    <message>
        <source>CP1251 (Cyrillic)</source>
        <translation>CP1251 (키릴)</translation>
    </message>
    <message>
        <source>CP1252 (Western)</source>
        <translation>CP1252 (서유럽)</translation>
    </message>
    <message>
        <source>CP949 (Korean)</source>
        <translation>CP949 (한국어)</translation>
    </message>
    <message>
        <source>Cells divided by</source>
        <translation>구분 문자</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>표의 열</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>소수점</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>값 종류</translation>
    </message>
    <message>
        <source>EUC-JP (Japanese)</source>
        <translation>EUC-JP (일본어)</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>첫 행</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>표의 처음 몇 행</translation>
    </message>
    <message>
        <source>For the selected columns. {what}</source>
        <translation>고른 열에 적용합니다. {what}</translation>
    </message>
    <message>
        <source>GBK (Chinese)</source>
        <translation>GBK (중국어)</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>How the bytes of the file stand for letters.</source>
        <translation>파일의 바이트를 글자로 바꾸는 방식입니다.</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Learns to predict the number {label} from {inputs}.</source>
        <translation>입력 {inputs}: {label}의 값을 예측하도록 학습합니다.</translation>
    </message>
    <message>
        <source>Learns to tell {count} kinds of {label} apart from {inputs}.</source>
        <translation>{inputs}: {label} {count}종을 분류하도록 학습합니다.</translation>
    </message>
    <message>
        <source>Leave such rows out</source>
        <translation>그런 행 빼기</translation>
    </message>
    <message>
        <source>Leave {column} out</source>
        <translation>{column} 제외</translation>
    </message>
    <message>
        <source>Lines above this one are no part of the table: a title, units, remarks.</source>
        <translation>이 줄보다 위에 있는 제목, 단위, 설명은 표가 아닙니다.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>결측</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>결측값</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Predict classes</source>
        <translation>클래스로 예측</translation>
    </message>
    <message>
        <source>Predict numbers</source>
        <translation>수치로 예측</translation>
    </message>
    <message>
        <source>Predict {column}</source>
        <translation>{column} 예측</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Shift-JIS (Japanese)</source>
        <translation>Shift-JIS (일본어)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The network learns to predict this column: texts are classes.</source>
        <translation>신경망이 이 열을 예측하도록 학습합니다. 문자는 클래스가 됩니다.</translation>
    </message>
    <message>
        <source>The network sees this column: it must hold numbers.</source>
        <translation>신경망이 이 열을 봅니다. 수가 들어 있어야 합니다.</translation>
    </message>
    <message>
        <source>This column is left out.</source>
        <translation>이 열은 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>쓰임</translation>
    </message>
    <message>
        <source>What becomes of a row that lacks a value in a column that is used.</source>
        <translation>쓰는 열에 값이 빠진 행을 어떻게 할지 정합니다.</translation>
    </message>
    <message>
        <source>What stands before the decimals of a number; the other mark divides thousands.</source>
        <translation>소수 부분 앞에 오는 기호입니다. 다른 기호는 천 단위를 구분합니다.</translation>
    </message>
    <message>
        <source>What stands between two cells of a row.</source>
        <translation>한 행에서 칸과 칸 사이에 있는 글자입니다.</translation>
    </message>
    <message>
        <source>Where a run pauses if the box is checked. The command line always trains so long.</source>
        <translation>체크하면 학습이 이 에포크에서 일시 정지합니다. 명령줄에서는 언제나 여기까지 학습합니다.</translation>
    </message>
    <message>
        <source>Whether the first row names the columns or is an example already.</source>
        <translation>첫 행이 열의 이름인지, 이미 샘플인지 정합니다.</translation>
    </message>
    <message>
        <source>about {rows} rows, {columns} columns</source>
        <translation>약 {rows}행, {columns}열</translation>
    </message>
    <message>
        <source>an example</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>세로줄 |</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>직접 멈춤</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>쉼표</translation>
    </message>
    <message>
        <source>comma 1,5</source>
        <translation>쉼표 1,5</translation>
    </message>
    <message>
        <source>cost {number}</source>
        <translation>비용 {number}</translation>
    </message>
    <message>
        <source>drop the row</source>
        <translation>그 행 빼기</translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation>에포크 {number}</translation>
    </message>
    <message>
        <source>find out</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>in {unit}</source>
        <translation>단위: {unit}</translation>
    </message>
    <message>
        <source>names</source>
        <translation>열 이름</translation>
    </message>
    <message>
        <source>patience {number}</source>
        <translation>조기 종료 대기 {number}</translation>
    </message>
    <message>
        <source>point 1.5</source>
        <translation>마침표 1.5</translation>
    </message>
    <message>
        <source>refuse the table</source>
        <translation>결측이 있으면 열지 않음</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>세미콜론</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count}개 열</translation>
    </message>
    <message>
        <source>{count} kinds, an input each</source>
        <translation>{count}종, 종마다 입력 하나</translation>
    </message>
    <message>
        <source>{count} rules</source>
        <translation>조건 {count}개</translation>
    </message>
    <message>
        <source>{found} (found)</source>
        <translation>{found} (자동)</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns</source>
        <translation>{rows}행, {columns}열</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… 그 밖에 {count}개</translation>
    </message>
    <message>
        <source>Complete this pass; once more: both (End).</source>
        <translation>이 전파를 끝까지 계산합니다(End). 한 번 더 누르면 둘 다 끝까지 계산합니다.</translation>
    </message>
    <message>
        <source>Compute the next gate&apos;s value; when all are there, send the gradient back (Right arrow).</source>
        <translation>다음 게이트의 값을 계산하고(오른쪽 화살표), 값이 모두 나오면 그래디언트를 되돌려 보냅니다.</translation>
    </message>
    <message>
        <source>End of the pass</source>
        <translation>전파의 끝</translation>
    </message>
    <message>
        <source>Start of the pass</source>
        <translation>전파의 처음</translation>
    </message>
    <message>
        <source>Go to the start of this pass; once more: to the start of the forward pass (Home).</source>
        <translation>이 전파의 처음으로 갑니다(Home). 한 번 더 누르면 순전파의 처음으로 갑니다.</translation>
    </message>
    <message>
        <source>{where}: byte {start} is not UTF-8 text; a formula was expected</source>
        <translation>{where}: {start}번째 바이트가 UTF-8 텍스트가 아닙니다. 수식이 와야 합니다</translation>
    </message>
    <message>
        <source>{file!r}: not the name of a file; choose another</source>
        <translation>{file!r}: 파일 이름이 아닙니다. 다른 이름을 고르십시오</translation>
    </message>
    <message>
        <source>{file}: could not be read: {reason}</source>
        <translation>{file}: 읽을 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{file}: it is a folder; a file was expected</source>
        <translation>{file}: 폴더입니다. 파일이어야 합니다</translation>
    </message>
    <message>
        <source>{file}: it is not an ordinary file; copy it to one</source>
        <translation>{file}: 일반 파일이 아닙니다. 일반 파일로 복사하십시오</translation>
    </message>
    <message>
        <source>{file}: larger than {limit} MB, the most that is read; take a smaller file</source>
        <translation>{file}: 읽을 수 있는 최대 크기인 {limit} MB를 넘습니다. 더 작은 파일을 사용하십시오</translation>
    </message>
    <message>
        <source>{file}: no such file; check the name and the folder</source>
        <translation>{file}: 그런 파일이 없습니다. 이름과 폴더를 확인하십시오</translation>
    </message>
    <message>
        <source>{file}: not enough memory to read it; close other programs</source>
        <translation>{file}: 읽기에는 메모리가 부족합니다. 다른 프로그램을 닫으십시오</translation>
    </message>
    <message>
        <source>a file of weights (.npz)</source>
        <translation>가중치 파일(.npz)</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>0보다 큰 수</translation>
    </message>
    <message>
        <source>a session (.playground)</source>
        <translation>세션(.playground)</translation>
    </message>
    <message>
        <source>one line without control characters</source>
        <translation>제어 문자가 없는 한 줄</translation>
    </message>
    <message>
        <source>one of {known}</source>
        <translation>{known} 중 하나</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>{where}: more than {most} arrays inside; {kind} was expected</source>
        <translation>{where}: 배열이 {most}개를 넘습니다. {kind}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{where}: not {kind}: it does not begin like one; choose another file</source>
        <translation>{where}: {kind}이(가) 아닙니다. 시작 부분이 다릅니다. 다른 파일을 고르십시오</translation>
    </message>
    <message>
        <source>{where}: the array {name!r} is missing, so this is not {kind} of this program</source>
        <translation>{where}: 배열 {name!r}이(가) 없어 이 프로그램의 {kind}이(가) 아닙니다</translation>
    </message>
    <message>
        <source>{where}: {member} inside is compressed in a way that {kind} is not</source>
        <translation>{where}: 안에 있는 {member}이(가) {kind}에서 쓰지 않는 방식으로 압축되어 있습니다</translation>
    </message>
    <message>
        <source>{where}: {name}: {dtype} of shape {shape}; one text of at most {most} MB was expected</source>
        <translation>{where}: {name}: 모양이 {shape}인 {dtype}입니다. {most} MB 이하의 텍스트 하나여야 합니다</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>디스크에서 바뀜</translation>
    </message>
    <message>
        <source>Data from elsewhere</source>
        <translation>다른 곳에 있는 데이터</translation>
    </message>
    <message>
        <source>If you discard them, they are still offered at the next start.</source>
        <translation>저장하지 않아도 다음에 시작할 때 되살릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>‘{name}’의 변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>Saving here replaces what is in it now by this session.</source>
        <translation>여기에 저장하면 지금 파일 내용이 이 세션으로 바뀝니다.</translation>
    </message>
    <message>
        <source>They are neither in its folder nor in your home folder, and nothing has been read yet. Open them only if you know this file, and trust whoever made the experiment.</source>
        <translation>이 데이터는 실험과 같은 폴더에도 홈 폴더에도 없으며, 아직 아무것도 읽지 않았습니다. 이 파일을 알고 있고 실험을 만든 사람을 믿을 때만 여십시오.</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>“{name}” names data that are not beside it:
{files}</source>
        <translation>“{name}”의 데이터가 다른 곳에 있습니다:
{files}</translation>
    </message>
    <message>
        <source>“{name}” was changed by another window or program.</source>
        <translation>다른 창이나 프로그램이 “{name}” 파일을 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>죽은 뉴런</translation>
    </message>
    <message>
        <source>Dead neurons by layer, %</source>
        <translation>층별 죽은 뉴런, %</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>그래디언트</translation>
    </message>
    <message>
        <source>How far the last update moved each layer&apos;s weights, divided by their size: around 1e-3 is usual.</source>
        <translation>마지막 업데이트가 층마다 가중치를 옮긴 거리를 가중치의 크기로 나눈 값입니다. 보통 1e-3 안팎입니다.</translation>
    </message>
    <message>
        <source>No gradient yet: run the training to see it.</source>
        <translation>아직 그래디언트가 없습니다. 학습을 시작하면 나타납니다.</translation>
    </message>
    <message>
        <source>No update yet: run the training to see it.</source>
        <translation>아직 업데이트가 없습니다. 학습을 시작하면 나타납니다.</translation>
    </message>
    <message>
        <source>Only hidden layers with ReLU can have dead neurons.</source>
        <translation>ReLU를 쓰는 은닉층에만 죽은 뉴런이 생길 수 있습니다.</translation>
    </message>
    <message>
        <source>Only hidden layers with sigmoid or tanh can be saturated.</source>
        <translation>시그모이드나 tanh를 쓰는 은닉층만 포화될 수 있습니다.</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>Saturated neurons by layer, %</source>
        <translation>층별 포화된 뉴런, %</translation>
    </message>
    <message>
        <source>The share of ReLU neurons that give zero for every training example.</source>
        <translation>모든 훈련 샘플에서 0을 내는 ReLU 뉴런의 비율입니다.</translation>
    </message>
    <message>
        <source>The share of neurons at the flat ends of sigmoid or tanh for most training examples.</source>
        <translation>대부분의 훈련 샘플에서 시그모이드나 tanh의 평평한 끝에 있는 뉴런의 비율입니다.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>Update / weight by layer</source>
        <translation>층별 업데이트 / 가중치</translation>
    </message>
    <message>
        <source>‖dW, db‖ of each layer</source>
        <translation>층별 ‖dW, db‖</translation>
    </message>
    <message>
        <source>‖dW, db‖, the norm of each layer&apos;s gradient: about the same size in all layers is good.</source>
        <translation>층마다 그래디언트의 노름 ‖dW, db‖입니다. 모든 층에서 크기가 비슷한 것이 좋습니다.</translation>
    </message>
    <message>
        <source>It is {cell} = {value}.</source>
        <translation>{cell} = {value}입니다.</translation>
    </message>
    <message>
        <source>Right: {cell} = {value}.</source>
        <translation>맞습니다. {cell} = {value}입니다.</translation>
    </message>
    <message>
        <source>{lesson}: none of its questions can be asked on paper; play it in the window</source>
        <translation>{lesson}: 종이에서 물을 수 있는 질문이 없습니다. 창에서 레슨을 여십시오</translation>
    </message>
    <message>
        <source>  left out: {step}: {reason}</source>
        <translation>  제외됨: {step}: {reason}</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>주어진 것</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Not on paper</source>
        <translation>종이에 싣지 않은 질문</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>장</translation>
    </message>
    <message>
        <source>Sheet {number} of {count}</source>
        <translation>{count}장 중 {number}번째</translation>
    </message>
    <message>
        <source>a cell is clicked in the window</source>
        <translation>창에서 칸을 클릭해야 합니다</translation>
    </message>
    <message>
        <source>a lesson&apos;s questions on paper, with numbers of their own for each student</source>
        <translation>학생마다 다른 수를 쓰는 레슨 문제지 만들기</translation>
    </message>
    <message>
        <source>activations: {names}</source>
        <translation>활성화 함수: {names}</translation>
    </message>
    <message>
        <source>add the answers of all students at the end</source>
        <translation>끝에 모든 학생의 정답을 덧붙임</translation>
    </message>
    <message>
        <source>how many sheets, each with numbers of its own; 1</source>
        <translation>장 수. 장마다 다른 수가 들어감. 기본값 1</translation>
    </message>
    <message>
        <source>it is about training in the window</source>
        <translation>창에서 하는 학습에 관한 질문입니다</translation>
    </message>
    <message>
        <source>it takes more numbers than fit on paper</source>
        <translation>필요한 수가 종이에 다 들어가지 않습니다</translation>
    </message>
    <message>
        <source>its text speaks of the lesson&apos;s own numbers</source>
        <translation>질문의 글이 레슨에 원래 있던 수를 말합니다</translation>
    </message>
    <message>
        <source>layers: {sizes} neurons</source>
        <translation>층별 뉴런 수: {sizes}</translation>
    </message>
    <message>
        <source>learning rate α = {rate}</source>
        <translation>학습률 α = {rate}</translation>
    </message>
    <message>
        <source>the file to write, ending in .html or .pdf</source>
        <translation>쓸 파일. .html이나 .pdf로 끝나야 함</translation>
    </message>
    <message>
        <source>what the numbers are drawn from: the same seed gives the same sheets; 0</source>
        <translation>수를 뽑는 시드. 시드가 같으면 문제지도 같음. 기본값 0</translation>
    </message>
    <message>
        <source>{examples} training {examples:example|examples} in mini-batches of {batch}</source>
        <translation>훈련 샘플 {examples}개, 미니배치 크기 {batch}</translation>
    </message>
    <message>
        <source>{file}: {sheets} {sheets:sheet|sheets}, {questions} {questions:question|questions} each</source>
        <translation>{file}: {sheets}장, 장마다 질문 {questions}개</translation>
    </message>
    <message>
        <source>{lesson}: answers</source>
        <translation>{lesson}: 정답</translation>
    </message>
    <message>
        <source>{lesson}: no numbers fit its questions: {problem}</source>
        <translation>{lesson}: 질문에 맞는 수를 찾지 못했습니다: {problem}</translation>
    </message>
    <message>
        <source>{name}: {count:,} numbers</source>
        <translation>{name}: 수 {count:,}개</translation>
    </message>
    <message>
        <source>{out}: a file ending in .html or .pdf was expected</source>
        <translation>{out}: .html이나 .pdf로 끝나는 파일이어야 합니다</translation>
    </message>
    <message>
        <source>Only Z, A, dZ and dA have a column for each example.</source>
        <translation>샘플마다 열이 하나씩 있는 것은 Z, A, dZ, dA뿐입니다.</translation>
    </message>
    <message>
        <source>Locked by this step of the lesson.</source>
        <translation>이 단계에서는 바꿀 수 없게 잠겨 있습니다.</translation>
    </message>
    <message>
        <source>This step of the lesson locks that; “Explore freely” in the course frees it.</source>
        <translation>레슨의 이 단계에서는 잠겨 있습니다. 과정 패널의 “자유롭게 살펴보기”를 누르면 풀립니다.</translation>
    </message>
    <message>
        <source>{name} cannot be locked; {known}</source>
        <translation>{name}은(는) 잠글 수 없습니다. {known}</translation>
    </message>
    <message>
        <source>This comes back over one way only; what comes back over all ways adds up.</source>
        <translation>한 경로로 돌아온 값일 뿐입니다. 모든 경로로 돌아온 값을 더해야 합니다.</translation>
    </message>
    <message>
        <source>This is the gradient that arrives at the gate; multiply it by the local derivative.</source>
        <translation>게이트에 도착한 그래디언트입니다. 여기에 국소 미분을 곱하십시오.</translation>
    </message>
    <message>
        <source>This is the local derivative alone; multiply it by the gradient that arrives at the gate.</source>
        <translation>국소 미분만 있는 값입니다. 게이트에 도착한 그래디언트를 곱하십시오.</translation>
    </message>
    <message>
        <source>Hand-&amp;in sheet…</source>
        <translation>제출용 기록(&amp;I)…</translation>
    </message>
    <message>
        <source>The network at the end, after {epochs} {epochs:epoch|epochs}</source>
        <translation>마지막 신경망, {epochs}에포크 뒤</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>웹 페이지 (*.html)</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>도달하지 못함</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>도달함</translation>
    </message>
    <message>
        <source>the answer was shown: {answer}</source>
        <translation>정답을 보았습니다: {answer}</translation>
    </message>
    <message>
        <source>there is no lesson in this session; begin one in the course first</source>
        <translation>이 세션에는 레슨이 없습니다. 먼저 과정에서 레슨을 시작하십시오</translation>
    </message>
    <message>
        <source>{hints} {hints:hint|hints} taken</source>
        <translation>힌트 {hints}개 사용</translation>
    </message>
    <message>
        <source>{right} of {asked} questions answered rightly</source>
        <translation>질문 {asked}개 중 {right}개를 맞혔습니다</translation>
    </message>
    <message>
        <source>Qt cannot be loaded ({error}); install PySide6-Essentials, pyqtgraph and QtAwesome, or use train, predict, check, chain, presets, lessons, lesson and grade, which do without</source>
        <translation>Qt를 불러올 수 없습니다({error}). PySide6-Essentials, pyqtgraph, QtAwesome을 설치하거나, 이들 없이 되는 train, predict, check, chain, presets, lessons, lesson, grade를 쓰십시오</translation>
    </message>
    <message>
        <source>a formula, and no experiment; open it by playground, or compute it by playground chain</source>
        <translation>실험이 아니라 수식입니다. playground로 열거나 playground chain으로 계산하십시오</translation>
    </message>
    <message>
        <source>a lesson, and no experiment; open it in the window, or play it by playground lesson</source>
        <translation>실험이 아니라 레슨입니다. 창에서 열거나 playground lesson으로 진행하십시오</translation>
    </message>
    <message>
        <source>train, predict, check, chain, presets, export, lessons, lesson, grade, worksheet and screenshot work without one</source>
        <translation>train, predict, check, chain, presets, export, lessons, lesson, grade, worksheet, screenshot 명령은 화면 없이도 됩니다</translation>
    </message>
    <message>
        <source>{file}: where it begins: {problem}</source>
        <translation>{file}: 시작하는 곳: {problem}</translation>
    </message>
    <message>
        <source>{target}, a lesson (.json), or a formula: a preset of the chain rule (two_gates), its file (.json) or its lines (.txt)</source>
        <translation>{target}, 레슨(.json), 또는 수식: 연쇄 법칙 프리셋(two_gates), 그 파일(.json), 또는 수식을 적은 파일(.txt)</translation>
    </message>
    <message>
        <source>Standard deviation of a point&apos;s move along each axis, in the unit of the inputs.</source>
        <translation>점을 축마다 옮기는 거리의 표준편차를 입력의 단위로 나타냅니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each value&apos;s move, in the unit of the formula.</source>
        <translation>값을 옮기는 크기의 표준편차를 수식의 단위로 나타냅니다.</translation>
    </message>
    <message>
        <source>Standard deviation of what the formula calls noise.</source>
        <translation>수식에서 noise라고 쓴 잡음의 표준편차입니다.</translation>
    </message>
    <message>
        <source>a name, {{&quot;csv&quot;: file, &quot;label&quot;: [column, …]}}, {{&quot;idx&quot;: file of images}}, {{&quot;points&quot;: [[x1, x2, class], …]}} or {{&quot;formula&quot;: &quot;sin(x1) &gt; x2&quot;}}</source>
        <translation>이름, {{&quot;csv&quot;: 파일, &quot;label&quot;: [열, …]}}, {{&quot;idx&quot;: 이미지 파일}}, {{&quot;points&quot;: [[x1, x2, 클래스], …]}} 또는 {{&quot;formula&quot;: &quot;sin(x1) &gt; x2&quot;}}</translation>
    </message>
    <message>
        <source>Every value to predict is {value:.4g}: there is nothing to learn</source>
        <translation>예측할 값이 모두 {value:.4g}이므로 배울 것이 없습니다</translation>
    </message>
    <message>
        <source>Only one class has examples: there is nothing to tell apart yet.</source>
        <translation>샘플이 있는 클래스가 하나뿐이므로 아직 구별할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Points drawn evenly; the formula says what to learn of each.</source>
        <translation>고르게 뽑은 점이며, 점마다 배울 것은 수식이 정합니다.</translation>
    </message>
    <message>
        <source>a comparison stands outside all brackets, such as sin(x1) &gt; x2</source>
        <translation>비교는 sin(x1) &gt; x2처럼 모든 괄호 밖에 써야 합니다</translation>
    </message>
    <message>
        <source>a value is missing beside {sign}</source>
        <translation>{sign} 옆에 값이 없습니다</translation>
    </message>
    <message>
        <source>no input is named; a formula of data speaks of x1, x2 … such as sin(x1) &gt; x2</source>
        <translation>입력이 없습니다. 데이터의 수식은 sin(x1) &gt; x2처럼 x1, x2 …를 씁니다</translation>
    </message>
    <message>
        <source>type one number, such as 0.5, 1/2 or -sqrt(2)</source>
        <translation>0.5, 1/2, -sqrt(2)와 같은 숫자 하나를 입력하십시오</translation>
    </message>
    <message>
        <source>{name} is not known here; a formula of data speaks of the inputs x1 to x{most}, and of noise</source>
        <translation>{name}은(는) 여기에서 알 수 없습니다. 데이터의 수식에는 입력 x1부터 x{most}까지와 noise를 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>{number} may be {grouped} or {decimal}: type one of these</source>
        <translation>{number}은(는) {grouped}일 수도 {decimal}일 수도 있습니다. 둘 중 하나로 입력하십시오</translation>
    </message>
    <message>
        <source>The paths of the weight last clicked to the cost, every factor on them, and its update</source>
        <translation>마지막에 클릭한 가중치에서 비용까지 가는 경로와 그 위의 모든 인수, 그리고 업데이트</translation>
    </message>
    <message>
        <source>this network has no weight W[{layer}][{row},{column}]; choose one that it has</source>
        <translation>이 신경망에는 가중치 W[{layer}][{row},{column}]이(가) 없습니다. 있는 가중치를 고르십시오</translation>
    </message>
    <message>
        <source>&amp;Edit a lesson…</source>
        <translation>레슨 편집(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>레슨(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New lesson</source>
        <translation>새 레슨(&amp;N)</translation>
    </message>
    <message>
        <source>A formula in the names that the screen uses, as in A[0][1] * dZ[1][1]</source>
        <translation>화면의 이름으로 쓴 수식. 예: A[0][1] * dZ[1][1]</translation>
    </message>
    <message>
        <source>A formula of the chain rule</source>
        <translation>연쇄 법칙의 수식</translation>
    </message>
    <message>
        <source>A line each, as in training.learning_rate = 0.5</source>
        <translation>한 줄에 하나씩. 예: training.learning_rate = 0.5</translation>
    </message>
    <message>
        <source>After</source>
        <translation>먼저 할 것</translation>
    </message>
    <message>
        <source>An experiment of the program</source>
        <translation>프로그램에 들어 있는 실험</translation>
    </message>
    <message>
        <source>An experiment or weights beside the lesson&apos;s file</source>
        <translation>레슨 파일 옆에 있는 실험이나 가중치</translation>
    </message>
    <message>
        <source>As in 0.5 %, or digits for those that are shown</source>
        <translation>예: 0.5 %. 보이는 자릿수까지이면 digits</translation>
    </message>
    <message>
        <source>As in dW 1</source>
        <translation>예: dW 1</translation>
    </message>
    <message>
        <source>As in dW[1][2,1]; several with ; between them</source>
        <translation>예: dW[1][2,1]. 여럿이면 ;로 나눕니다</translation>
    </message>
    <message>
        <source>Cells and quantities that nothing tells until it is answered, as in dW[1]</source>
        <translation>답할 때까지 어디에도 나오지 않는 칸과 양. 예: dW[1]</translation>
    </message>
    <message>
        <source>Cells of</source>
        <translation>칸의 행렬</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>선택지</translation>
    </message>
    <message>
        <source>Do first</source>
        <translation>먼저 할 일</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>가릴 칸</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>How it is answered</source>
        <translation>답하는 방법</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>걸리는 시간</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>이름표</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>레슨</translation>
    </message>
    <message>
        <source>Lit cells</source>
        <translation>강조할 칸</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>Make a lesson of your own: record its steps from the window, hide cells, ask</source>
        <translation>나만의 레슨을 만듭니다. 창에서 단계를 기록하고, 칸을 가리고, 질문합니다</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>시간(분)</translation>
    </message>
    <message>
        <source>Open a lesson&apos;s file in the editor</source>
        <translation>레슨 파일을 편집기에서 엽니다</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Save the changes to the lesson “{name}”?</source>
        <translation>레슨 “{name}”의 변경 내용을 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>할 말</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Settings and actions that are grey in this step</source>
        <translation>이 단계에서 쓸 수 없게 할 설정과 동작</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보여 줄 것</translation>
    </message>
    <message>
        <source>Shown one after the other</source>
        <translation>하나씩 차례로 보여 줍니다</translation>
    </message>
    <message>
        <source>Small letters, digits and _, as in one_weight</source>
        <translation>소문자, 숫자, _. 예: one_weight</translation>
    </message>
    <message>
        <source>Small letters, digits and _; answers are kept under it</source>
        <translation>소문자, 숫자, _. 답이 이 이름으로 남습니다</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>풀이</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Step of the walk</source>
        <translation>단계별 보기의 단계</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>The lessons it builds on</source>
        <translation>먼저 해야 할 레슨</translation>
    </message>
    <message>
        <source>The quantity whose cells can be clicked, as in dW[1]</source>
        <translation>칸을 클릭할 행렬. 예: dW[1]</translation>
    </message>
    <message>
        <source>The training example that Backprop looks at; 0 for the next mini-batch</source>
        <translation>역전파가 볼 훈련 샘플의 번호. 다음 미니배치이면 0</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>허용 오차</translation>
    </message>
    <message>
        <source>Unsaved lesson</source>
        <translation>저장하지 않은 레슨</translation>
    </message>
    <message>
        <source>Usual slips, and what is said of each</source>
        <translation>흔한 실수와 그때 할 말</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>What can be chosen</source>
        <translation>고를 수 있는 것</translation>
    </message>
    <message>
        <source>What can be chosen, or is to be ordered</source>
        <translation>고르거나 순서대로 놓을 것</translation>
    </message>
    <message>
        <source>What is in sight, and the cells that are lit</source>
        <translation>화면에 보일 것과 강조할 칸</translation>
    </message>
    <message>
        <source>What is said where it is wrong</source>
        <translation>틀렸을 때 할 말</translation>
    </message>
    <message>
        <source>What must be reached before it goes on, a line each, as in test_accuracy &gt;= 0.95</source>
        <translation>다음으로 가기 전에 이루어야 할 것. 한 줄에 하나씩. 예: test_accuracy &gt;= 0.95</translation>
    </message>
    <message>
        <source>What reaches the goals where training alone does not, for the check: lines as in “Do first”</source>
        <translation>학습만으로 목표에 이르지 못할 때 확인에 쓸 풀이. ‘먼저 할 일’처럼 적습니다</translation>
    </message>
    <message>
        <source>What the lesson begins with: one of three</source>
        <translation>레슨을 시작하는 것. 셋 가운데 하나</translation>
    </message>
    <message>
        <source>What the lesson is called</source>
        <translation>레슨의 이름</translation>
    </message>
    <message>
        <source>What the middle of the window shows</source>
        <translation>창 가운데에 보일 것</translation>
    </message>
    <message>
        <source>What the step asks</source>
        <translation>이 단계에서 묻는 것</translation>
    </message>
    <message>
        <source>What the step says: one idea, at most 60 words</source>
        <translation>이 단계의 글. 한 가지 생각을 60단어 안에</translation>
    </message>
    <message>
        <source>Where the step&apos;s text is not the question</source>
        <translation>단계의 글이 질문이 아닐 때</translation>
    </message>
    <message>
        <source>Why it is wrong</source>
        <translation>틀린 까닭</translation>
    </message>
    <message>
        <source>Worked example</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>작업 화면</translation>
    </message>
    <message>
        <source>Wrong answers</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>a lesson has at most {most} steps; begin another lesson</source>
        <translation>레슨 하나는 최대 {most}단계입니다. 새 레슨을 시작하십시오</translation>
    </message>
    <message>
        <source>the data are a file&apos;s; save the experiment beside the lesson (File ▸ Save session as, .json), and name that file under Start</source>
        <translation>데이터가 파일에 있습니다. 실험을 레슨 옆에 저장하고(파일 ▸ 다른 이름으로 세션 저장, .json) 시작에 그 파일 이름을 적으십시오</translation>
    </message>
    <message>
        <source>{path}: {count} bytes; a lesson has at most {most}; shorten it</source>
        <translation>{path}: {count}바이트입니다. 레슨은 최대 {most}바이트이므로 줄이십시오</translation>
    </message>
    <message>
        <source>{where}: steps: {count} steps; expected 1 to {most}</source>
        <translation>{where}: steps: {count}단계입니다. 1~{most}단계여야 합니다</translation>
    </message>
    <message>
        <source>{count:,} networks of up to {parameters:,} parameters need {size:.1f} GB; at most {most:.0f} GB were expected: take fewer networks or smaller ones</source>
        <translation>매개변수가 최대 {parameters:,}개인 신경망 {count:,}개에는 {size:.1f} GB가 필요합니다. 최대 {most:.0f} GB까지 됩니다. 신경망의 수나 크기를 줄이십시오</translation>
    </message>
    <message>
        <source>All networks diverged: their numbers stopped being finite. Try smaller learning rates.</source>
        <translation>모든 신경망이 발산했습니다. 값이 유한하지 않게 되었습니다. 더 작은 학습률을 시도해 보십시오.</translation>
    </message>
    <message>
        <source>None solves it yet ({goal} or better); the best so far is {setting}, {score} on average.</source>
        <translation>아직 푼 신경망이 없습니다(기준: {goal} 또는 더 좋은 값). 지금까지 가장 좋은 설정은 {setting}이고 평균 {score}입니다.</translation>
    </message>
    <message>
        <source>One seed each: whether that is the setting or luck, only more seeds tell.</source>
        <translation>설정마다 시드가 하나뿐입니다. 설정 덕분인지 운인지는 시드를 늘려야 알 수 있습니다.</translation>
    </message>
    <message>
        <source>With {n} seeds each, luck alone makes counts differ by up to about {margin}; more than that comes from the settings.</source>
        <translation>설정마다 시드가 {n}개일 때 운만으로도 개수가 {margin}개쯤까지 다를 수 있습니다. 그보다 큰 차이는 설정에서 온 것입니다.</translation>
    </message>
    <message>
        <source>about {n:,} {n:day|days}</source>
        <translation>약 {n:,}일</translation>
    </message>
    <message>
        <source>about {n} {n:hour|hours}</source>
        <translation>약 {n}시간</translation>
    </message>
    <message>
        <source>about {n} {n:minute|minutes}</source>
        <translation>약 {n}분</translation>
    </message>
    <message>
        <source>about {n} {n:second|seconds}</source>
        <translation>약 {n}초</translation>
    </message>
    <message>
        <source>{count:,} networks, which would take {time}; at most {most:,} train at once: vary less, or take fewer values or seeds</source>
        <translation>신경망이 {count:,}개이고 {time} 걸립니다. 한 번에 최대 {most:,}개까지 학습합니다. 바꾸는 설정이나 값, 시드의 수를 줄이십시오</translation>
    </message>
    <message>
        <source>{count} settings vary; at most {most} were expected: set the others</source>
        <translation>설정 {count}개를 바꾸려 했습니다. 최대 {most}개까지 됩니다. 나머지는 값을 하나로 정하십시오</translation>
    </message>
    <message>
        <source>{key} varies already; leave the number of seeds at 1</source>
        <translation>{key}을(를) 이미 바꾸고 있습니다. 시드 수는 1로 두십시오</translation>
    </message>
    <message>
        <source>{key} varies twice; put all its values into one list</source>
        <translation>{key}이(가) 두 번 나옵니다. 값을 한 목록에 모두 넣으십시오</translation>
    </message>
    <message>
        <source>{key}: no value; type some with commas between them</source>
        <translation>{key}: 값이 없습니다. 값을 쉼표로 구분하여 입력하십시오</translation>
    </message>
    <message>
        <source>{key}: {count:,} values; at most {most:,} were expected</source>
        <translation>{key}: 값이 {count:,}개입니다. 최대 {most:,}개까지 됩니다</translation>
    </message>
    <message>
        <source>{key}: {value} stands there twice; leave one out</source>
        <translation>{key}: {value}이(가) 두 번 있습니다. 하나를 빼십시오</translation>
    </message>
    <message>
        <source>{n} {n:seed is|seeds are} few: counts this small may differ by luck alone; take more.</source>
        <translation>시드 {n}개는 적습니다. 이만한 개수는 운만으로도 다를 수 있으니 시드를 늘리십시오.</translation>
    </message>
    <message>
        <source>{seeds} seeds; at least 1 was expected</source>
        <translation>시드가 {seeds}개입니다. 1개 이상이어야 합니다</translation>
    </message>
    <message>
        <source>{setting}: {solved} of {n} {n:seed solves|seeds solve} it</source>
        <translation>{setting}: 시드 {n}개 중 {solved}개가 풂</translation>
    </message>
    <message>
        <source>{solved} of {n} {n:network solves|networks solve} it ({goal} or better); best {best}.</source>
        <translation>신경망 {n}개 중 {solved}개가 풀었습니다(기준: {goal} 또는 더 좋은 값). 가장 좋은 것은 {best}입니다.</translation>
    </message>
    <message>
        <source>{where} {key}={low}:{high}:{count}: two numbers and how many values between them were expected</source>
        <translation>{where} {key}={low}:{high}:{count}: 두 수와 그 사이 값의 개수를 입력해야 합니다</translation>
    </message>
    <message>
        <source>{where} {text}: KEY=VALUE,VALUE was expected, such as training.learning_rate=0.01,0.1 or training.learning_rate=0.001:1:4</source>
        <translation>{where} {text}: KEY=VALUE,VALUE 형식이어야 합니다. 예: training.learning_rate=0.01,0.1 또는 training.learning_rate=0.001:1:4</translation>
    </message>
    <message>
        <source>The computational graph of one example, through the neuron last pointed at to the cost</source>
        <translation>마지막에 가리킨 뉴런을 지나 비용까지 가는, 샘플 하나의 계산 그래프</translation>
    </message>
    <message>
        <source>it ends at the neuron: with all that comes after, it could not be read</source>
        <translation>뉴런에서 끝납니다. 그 뒤의 것까지 그리면 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>the other neurons of layer {layer} are given: they do not depend on it</source>
        <translation>{layer}층의 다른 뉴런은 값으로 주어집니다. 이 뉴런에 따라 달라지지 않습니다</translation>
    </message>
    <message>
        <source>what comes in from layer {layer} is given too</source>
        <translation>{layer}층에서 들어오는 값도 주어집니다</translation>
    </message>
    <message>
        <source>A step is the learning rate times the gradient. Steps longer than the valley is wide jump from one slope to the other: a larger rate does not learn faster.</source>
        <translation>스텝은 학습률에 그래디언트를 곱한 것입니다. 골짜기 폭보다 긴 스텝은 이쪽 비탈에서 저쪽 비탈로 건너뜁니다. 학습률이 크다고 더 빨리 배우는 것은 아닙니다.</translation>
    </message>
    <message>
        <source>Add a hidden layer of two neurons above the network: two lines, and an output to join them.</source>
        <translation>신경망 위쪽에서 뉴런 두 개인 은닉층을 추가하십시오. 직선이 두 개가 되고 출력이 이를 합칩니다.</translation>
    </message>
    <message>
        <source>As long as only the sides count, rows {a} and {b} together give the output what rows {c} and {d} give it together: no weights of the output say yes to one pair and no to the other.</source>
        <translation>직선의 어느 쪽인지만 따지면 {a}행과 {b}행이 출력에 주는 값의 합은 {c}행과 {d}행이 주는 값의 합과 같습니다. 출력의 가중치를 어떻게 정해도 한 쌍에는 예, 다른 쌍에는 아니요라고 답할 수 없습니다.</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>손으로</translation>
    </message>
    <message>
        <source>Change its weights: another bias alone parts nothing new.</source>
        <translation>가중치를 바꾸십시오. 편향만 바꿔서는 새로 갈리는 행이 없습니다.</translation>
    </message>
    <message>
        <source>Circles: with a hidden layer, or without</source>
        <translation>원과 고리: 은닉층이 있거나 없거나</translation>
    </message>
    <message>
        <source>Double the weights and the bias of the output: every row stays where it is, and is surer of it.</source>
        <translation>출력의 가중치와 편향을 두 배로 하십시오. 모든 행이 제자리에 있으면서 답이 더 확실해집니다.</translation>
    </message>
    <message>
        <source>Each layer multiplies the gradient by g′(z): at most 1/4 for sigmoid, up to 1 for tanh. After six layers of sigmoid hardly anything is left for the first.</source>
        <translation>층마다 그래디언트에 g′(z)가 곱해집니다. 시그모이드는 많아야 1/4, tanh는 1까지입니다. 시그모이드 여섯 층을 지나면 첫 층에는 거의 남지 않습니다.</translation>
    </message>
    <message>
        <source>Every row is right. The cost can still fall.</source>
        <translation>모든 행이 맞았습니다. 비용은 더 줄일 수 있습니다.</translation>
    </message>
    <message>
        <source>First weights: all zero, or drawn</source>
        <translation>처음 가중치: 모두 0, 또는 무작위</translation>
    </message>
    <message>
        <source>For row {r} the sum of the output is {z}, and it should be {side}; its neurons below give it {A}.</source>
        <translation>{r}행에서 출력의 합은 {z}인데 {side}여야 합니다. 아래층 뉴런이 주는 값은 {A}입니다.</translation>
    </message>
    <message>
        <source>Give it weights, such as {weights}; then move its line with {bias}.</source>
        <translation>{weights}처럼 가중치를 주고, {bias}(으)로 직선을 옮기십시오.</translation>
    </message>
    <message>
        <source>Give neuron {j} other weights, so that it parts other rows.</source>
        <translation>뉴런 {j}의 가중치를 바꿔 다른 행을 가르게 하십시오.</translation>
    </message>
    <message>
        <source>Give neuron {j} other weights, so that its line is another.</source>
        <translation>뉴런 {j}의 가중치를 바꿔 다른 직선이 되게 하십시오.</translation>
    </message>
    <message>
        <source>Hidden neuron {n} has only weights of 0: whatever the row, its sum is its bias, {bias}.</source>
        <translation>은닉 뉴런 {n}은(는) 가중치가 모두 0입니다. 어느 행이든 합이 편향 {bias}입니다.</translation>
    </message>
    <message>
        <source>Hidden neuron {n} is on the same side for all {m} rows, its sum from {low} to {high}: its line runs between none of them.</source>
        <translation>은닉 뉴런 {n}에게는 {m}개 행이 모두 같은 쪽입니다. 합이 {low}에서 {high} 사이여서 직선이 어느 행 사이도 지나지 않습니다.</translation>
    </message>
    <message>
        <source>Hidden neurons {i} and {j} both part {count:row|rows} {rows} from the others.</source>
        <translation>은닉 뉴런 {i}와(과) {j}은(는) 둘 다 {rows}행을 나머지와 가릅니다.</translation>
    </message>
    <message>
        <source>Hidden neurons {i} and {j} draw the same line: weights and bias of neuron {j} are {factor} times those of neuron {i}.</source>
        <translation>은닉 뉴런 {i}와(과) {j}은(는) 같은 직선을 긋습니다. 뉴런 {j}의 가중치와 편향이 뉴런 {i}의 {factor}배입니다.</translation>
    </message>
    <message>
        <source>Inputs in the thousands make sums in the thousands: tanh answers −1 or 1 for nearly every example, where its slope, and with it the gradient, is about 0.</source>
        <translation>입력이 수천이면 합도 수천이 됩니다. tanh는 거의 모든 샘플에서 −1이나 1을 내고, 그곳의 기울기와 그래디언트는 거의 0입니다.</translation>
    </message>
    <message>
        <source>L2 penalty 0.3</source>
        <translation>L2 규제 0.3</translation>
    </message>
    <message>
        <source>L2 penalty: none, or 0.3</source>
        <translation>L2 규제: 없음, 또는 0.3</translation>
    </message>
    <message>
        <source>Large inputs: standardized, or as they are</source>
        <translation>큰 입력: 표준화하거나 그대로</translation>
    </message>
    <message>
        <source>Learning rate: 0.1, or a millionth</source>
        <translation>학습률: 0.1, 또는 백만분의 1</translation>
    </message>
    <message>
        <source>Learning rate: 10, or 0.03</source>
        <translation>학습률: 10, 또는 0.03</translation>
    </message>
    <message>
        <source>Let two lines run side by side instead: the same weights, another bias, with rows {c} and {d} outside and rows {a} and {b} between them, or the other way round.</source>
        <translation>두 직선을 나란히 놓으십시오. 가중치는 같게, 편향은 다르게 하여 {c}행과 {d}행은 바깥에, {a}행과 {b}행은 사이에 두거나 그 반대로 하십시오.</translation>
    </message>
    <message>
        <source>Look at the row that costs most.</source>
        <translation>비용이 가장 큰 행을 보십시오.</translation>
    </message>
    <message>
        <source>Look at the weights of the output.</source>
        <translation>출력의 가중치를 보십시오.</translation>
    </message>
    <message>
        <source>Lower {name}: for this row its neuron gives {a}.</source>
        <translation>{name}을(를) 줄이십시오. 이 행에서 그 뉴런이 주는 값은 {a}입니다.</translation>
    </message>
    <message>
        <source>Move a line between them:</source>
        <translation>둘 사이로 직선을 옮기십시오.</translation>
    </message>
    <message>
        <source>Move its line among the rows:</source>
        <translation>직선을 행들 사이로 옮기십시오.</translation>
    </message>
    <message>
        <source>Move one of them:</source>
        <translation>하나를 옮기십시오.</translation>
    </message>
    <message>
        <source>Move one weight at a time, and keep what lowers the cost.</source>
        <translation>가중치를 한 번에 하나씩 움직이고, 비용이 줄면 그대로 두십시오.</translation>
    </message>
    <message>
        <source>Neurons that begin equal get equal gradients and stay equal: a layer of them is worth one neuron. Random first weights break the tie.</source>
        <translation>똑같이 시작한 뉴런은 그래디언트도 똑같아 계속 똑같습니다. 그런 층은 뉴런 하나와 같습니다. 무작위 초기값이 이를 깹니다.</translation>
    </message>
    <message>
        <source>No single weight of the output mends a row, so change two. A weight above 0 lets a hidden neuron speak for yes, one below 0 for no; the bias decides where all are silent.</source>
        <translation>출력의 가중치 하나만 바꿔서는 더 맞힐 수 없으니 둘을 바꾸십시오. 가중치가 0보다 크면 은닉 뉴런이 예 쪽에, 작으면 아니요 쪽에 힘을 보탭니다. 모두 0을 내는 곳은 편향이 정합니다.</translation>
    </message>
    <message>
        <source>One long step made the sums of the ReLU neurons negative for every example. There g′(z) is 0, so no gradient ever brings them back.</source>
        <translation>긴 스텝 때문에 ReLU 뉴런의 합이 모든 샘플에서 음수가 되었습니다. 그곳에서는 g′(z)가 0이므로 어떤 그래디언트도 뉴런을 되살리지 못합니다.</translation>
    </message>
    <message>
        <source>One of the hidden neurons draws no line at all.</source>
        <translation>은닉 뉴런 하나가 직선을 긋지 않습니다.</translation>
    </message>
    <message>
        <source>One of the hidden neurons tells the rows nothing: look at where its line runs.</source>
        <translation>은닉 뉴런 하나가 행을 가르지 못합니다. 그 직선이 어디를 지나는지 보십시오.</translation>
    </message>
    <message>
        <source>Pai&amp;rs</source>
        <translation>쌍 비교(&amp;K)</translation>
    </message>
    <message>
        <source>Raise {name}: for this row its neuron gives {a}.</source>
        <translation>{name}을(를) 키우십시오. 이 행에서 그 뉴런이 주는 값은 {a}입니다.</translation>
    </message>
    <message>
        <source>ReLU: learning rate 0.1, or 2</source>
        <translation>ReLU: 학습률 0.1, 또는 2</translation>
    </message>
    <message>
        <source>Row {r} costs most: the output is {output}, and its target is {target}.</source>
        <translation>{r}행의 비용이 가장 큽니다. 출력은 {output}, 정답은 {target}입니다.</translation>
    </message>
    <message>
        <source>Row {r} costs {cost}: output {k} is {output}, and its target is {target}.</source>
        <translation>{r}행의 비용은 {cost}입니다. 출력 {k}은(는) {output}, 정답은 {target}입니다.</translation>
    </message>
    <message>
        <source>Rows {a} and {b} together have the same inputs as rows {c} and {d} together: no line has one pair on one side and the other pair on the other.</source>
        <translation>{a}행과 {b}행의 입력을 더한 값은 {c}행과 {d}행의 입력을 더한 값과 같습니다. 한 쌍을 한쪽에, 다른 쌍을 다른 쪽에 두는 직선은 없습니다.</translation>
    </message>
    <message>
        <source>Rows {r} and {s} are of different classes, but no hidden line runs between them.</source>
        <translation>{r}행과 {s}행은 클래스가 다른데 그 사이를 지나는 은닉층의 직선이 없습니다.</translation>
    </message>
    <message>
        <source>Six layers: sigmoid, or tanh</source>
        <translation>여섯 층: 시그모이드, 또는 tanh</translation>
    </message>
    <message>
        <source>The gradients are there, but each step is so short that the weights hardly move.</source>
        <translation>그래디언트는 있지만 스텝이 너무 짧아 가중치가 거의 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>The large network bends its boundary around every single training point, noise included. What it has learned by heart does not hold for the test points.</source>
        <translation>큰 신경망은 잡음까지 포함해 훈련 점 하나하나를 따라 경계를 구부립니다. 그렇게 외운 것은 테스트 점에는 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The lines are well placed: look at the weights of the output.</source>
        <translation>직선은 잘 놓였습니다. 출력의 가중치를 보십시오.</translation>
    </message>
    <message>
        <source>The lines part the rows, but not so that one output can join them: look at how they cross.</source>
        <translation>직선이 행을 가르지만 출력 하나로 합칠 수 있는 모양이 아닙니다. 직선이 어떻게 엇갈리는지 보십시오.</translation>
    </message>
    <message>
        <source>The penalty pulls every weight towards 0 as hard as the examples pull it away: the weights stay too small for a sharp boundary.</source>
        <translation>규제이 샘플이 미는 만큼 세게 모든 가중치를 0으로 끌어당깁니다. 가중치가 너무 작아 경계가 뚜렷해지지 않습니다.</translation>
    </message>
    <message>
        <source>Thirty examples: 64 hidden neurons, or 2</source>
        <translation>샘플 30개: 은닉 뉴런 64개, 또는 2개</translation>
    </message>
    <message>
        <source>This network draws one straight line.</source>
        <translation>이 신경망은 직선 하나를 긋습니다.</translation>
    </message>
    <message>
        <source>Turn a line: change the weights of a hidden neuron until its sum is above 0 for row {r} and below 0 for row {s}.</source>
        <translation>직선을 돌리십시오. {r}행에서는 합이 0보다 크고 {s}행에서는 0보다 작아지도록 은닉 뉴런의 가중치를 바꾸십시오.</translation>
    </message>
    <message>
        <source>Two networks, one difference, one Run: which fails, and why?</source>
        <translation>신경망 둘, 차이 하나, 실행 한 번: 어느 쪽이 왜 실패합니까?</translation>
    </message>
    <message>
        <source>Two of the hidden neurons do the same work.</source>
        <translation>은닉 뉴런 두 개가 같은 일을 합니다.</translation>
    </message>
    <message>
        <source>Two of the hidden neurons say the same of every row.</source>
        <translation>은닉 뉴런 두 개가 모든 행에서 같은 답을 합니다.</translation>
    </message>
    <message>
        <source>Two rows that are to be told apart lie in the same field between the lines.</source>
        <translation>서로 다른 답이 나와야 할 두 행이 직선으로 나뉜 같은 칸에 있습니다.</translation>
    </message>
    <message>
        <source>With {name} = {value}, {right} of {m} rows are right.</source>
        <translation>{name} = {value}이면 {m}개 행 중 {right}개가 맞습니다.</translation>
    </message>
    <message>
        <source>Without a hidden layer the boundary is a straight line, however long it trains; a ring has none.</source>
        <translation>은닉층이 없으면 아무리 오래 학습해도 경계는 직선입니다. 고리를 가르는 직선은 없습니다.</translation>
    </message>
    <message>
        <source>You are the optimizer: every row with what the network says of it, and hints for the next weight</source>
        <translation>내가 옵티마이저: 행마다 신경망이 내는 답과, 다음에 바꿀 가중치에 대한 힌트</translation>
    </message>
    <message>
        <source>above {value}</source>
        <translation>{value}보다 큰 값</translation>
    </message>
    <message>
        <source>all weights 0</source>
        <translation>가중치가 모두 0</translation>
    </message>
    <message>
        <source>below {value}</source>
        <translation>{value}보다 작은 값</translation>
    </message>
    <message>
        <source>drawn by Xavier</source>
        <translation>Xavier로 뽑음</translation>
    </message>
    <message>
        <source>four hidden neurons</source>
        <translation>은닉 뉴런 네 개</translation>
    </message>
    <message>
        <source>inputs as they are, in the thousands</source>
        <translation>수천 단위인 입력 그대로</translation>
    </message>
    <message>
        <source>inputs standardized</source>
        <translation>입력 표준화</translation>
    </message>
    <message>
        <source>learning rate 0.000001</source>
        <translation>학습률 0.000001</translation>
    </message>
    <message>
        <source>learning rate 0.03</source>
        <translation>학습률 0.03</translation>
    </message>
    <message>
        <source>learning rate 0.1</source>
        <translation>학습률 0.1</translation>
    </message>
    <message>
        <source>learning rate 10</source>
        <translation>학습률 10</translation>
    </message>
    <message>
        <source>learning rate 2</source>
        <translation>학습률 2</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>은닉층 없음</translation>
    </message>
    <message>
        <source>no penalty</source>
        <translation>규제 없음</translation>
    </message>
    <message>
        <source>one layer of 2 neurons</source>
        <translation>뉴런 2개인 층 하나</translation>
    </message>
    <message>
        <source>six layers of sigmoid</source>
        <translation>시그모이드 여섯 층</translation>
    </message>
    <message>
        <source>six layers of tanh</source>
        <translation>tanh 여섯 층</translation>
    </message>
    <message>
        <source>two layers of 32 neurons</source>
        <translation>뉴런 32개인 층 둘</translation>
    </message>
    <message>
        <source>{first} and {count} more</source>
        <translation>{first} 외 {count}개</translation>
    </message>
    <message>
        <source>{lead} with {bias} = {value}, neuron {n} parts {count:row|rows} {rows} from the others.</source>
        <translation>{lead} {bias} = {value}이면 뉴런 {n}이(가) {rows}행을 나머지와 가릅니다.</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 문서 (*.pdf)</translation>
    </message>
    <message>
        <source>Vote: {hands} {hands:hand|hands}</source>
        <translation>투표: {hands}명</translation>
    </message>
    <message>
        <source>there is no vote on this question; begin one</source>
        <translation>이 질문에는 투표가 없습니다. 투표를 시작하십시오</translation>
    </message>
    <message>
        <source>{counts}: a whole number of hands from 0 to {most} was expected for each of {answers} answers</source>
        <translation>{counts}: 답 {answers}개에 각각 0~{most}의 정수가 필요합니다</translation>
    </message>
    <message>
        <source>  the best again: {command}</source>
        <translation>  가장 좋은 신경망 다시 학습: {command}</translation>
    </message>
    <message>
        <source>a setting and its values: training.learning_rate=0.01,0.1, &apos;network.hidden=[2],[4,4]&apos;, or a range and how many values: training.learning_rate=0.001:1:4 (up to three times)</source>
        <translation>설정과 그 값: training.learning_rate=0.01,0.1, &apos;network.hidden=[2],[4,4]&apos; 또는 범위와 값의 개수: training.learning_rate=0.001:1:4 (세 번까지)</translation>
    </message>
    <message>
        <source>all {n} {n:network|networks} diverged; try smaller learning rates</source>
        <translation>신경망 {n}개가 모두 발산했습니다. 더 작은 학습률을 시도해 보십시오</translation>
    </message>
    <message>
        <source>best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>networks for each combination: with the experiment&apos;s seed and those after it; 1 without it</source>
        <translation>조합마다 신경망의 수: 실험의 시드와 그다음 시드들. 기본값 1</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>해결</translation>
    </message>
    <message>
        <source>stopped at epoch {epoch} of {epochs}</source>
        <translation>{epochs}에포크 중 {epoch}에서 멈췄습니다</translation>
    </message>
    <message>
        <source>table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>train many networks at once: settings that vary, each with several seeds</source>
        <translation>여러 신경망을 한 번에 학습: 설정을 바꾸며 시드 여러 개씩</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>최저</translation>
    </message>
    <message>
        <source>write a row for each network</source>
        <translation>신경망마다 한 행씩 파일로 저장</translation>
    </message>
    <message>
        <source>{name}: {n:,} {n:network|networks}, {epochs:,} {epochs:epoch|epochs} in {seconds:.2f} s ({speed:,.0f} updates/s)</source>
        <translation>{name}: 신경망 {n:,}개, {epochs:,}에포크, {seconds:.2f}초 (초당 업데이트 {speed:,.0f}회)</translation>
    </message>
    <message>
        <source>the file names no activations: {hidden} is assumed in hidden layers; choose others if need be</source>
        <translation>파일에 활성화 함수가 없어 은닉층을 {hidden}(으)로 보았습니다. 다르면 바꾸십시오</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>{path}에 내보냈습니다</translation>
    </message>
    <message>
        <source>Notebooks (*.ipynb)</source>
        <translation>노트북 (*.ipynb)</translation>
    </message>
    <message>
        <source>PyTorch &amp;training…</source>
        <translation>PyTorch 학습(&amp;T)…</translation>
    </message>
    <message>
        <source>PyTorch trains the network from its first weights</source>
        <translation>첫 가중치에서 시작하는 PyTorch 학습</translation>
    </message>
    <message>
        <source>Write a script or a notebook in which PyTorch trains this network from its first weights, with the same data and mini-batches</source>
        <translation>PyTorch가 이 신경망을 첫 가중치에서 시작해 같은 데이터와 미니배치로 학습하는 스크립트나 노트북을 씁니다</translation>
    </message>
    <message>
        <source>a preset&apos;s name, a session (.playground), an experiment (.json), a network (.npz, .onnx, .safetensors, .pt), data (.csv, .idx) or a formula that draws data (&apos;sin(x1) &gt; x2&apos;)</source>
        <translation>프리셋 이름, 세션(.playground), 실험(.json), 신경망(.npz, .onnx, .safetensors, .pt), 데이터(.csv, .idx) 또는 데이터를 만드는 수식(&apos;sin(x1) &gt; x2&apos;)</translation>
    </message>
    <message>
        <source>a tensor is kept in a form that only PyTorch knows</source>
        <translation>PyTorch만 아는 형식으로 저장된 텐서가 있습니다</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>its header is no object in braces</source>
        <translation>헤더가 중괄호로 된 객체가 아닙니다</translation>
    </message>
    <message>
        <source>its one output is taken for a sigmoid, yes or no; choose another activation if need be</source>
        <translation>출력 하나를 예·아니요의 시그모이드로 보았습니다. 다르면 다른 활성화 함수를 고르십시오</translation>
    </message>
    <message>
        <source>its outputs are taken for a softmax, one for each class; choose another activation if need be</source>
        <translation>출력들을 클래스마다 하나인 소프트맥스로 보았습니다. 다르면 다른 활성화 함수를 고르십시오</translation>
    </message>
    <message>
        <source>no data came with the network: it is tried on those in use, which have as many inputs and outputs; the output activation and the cost are theirs</source>
        <translation>신경망에 데이터가 없어 입력과 출력의 수가 같은 지금 데이터에 올렸습니다. 출력 활성화 함수와 비용은 그 데이터의 것입니다</translation>
    </message>
    <message>
        <source>no data came with the network: points drawn evenly stand for them, each in the class that the network answers itself; choose or open your own</source>
        <translation>신경망에 데이터가 없어 고르게 뽑은 점을 대신 씁니다. 각 점의 클래스는 신경망 자신의 답입니다. 직접 데이터를 고르거나 여십시오</translation>
    </message>
    <message>
        <source>the tensor {name} is not where the header says</source>
        <translation>텐서 {name}이(가) 헤더가 말하는 곳에 없습니다</translation>
    </message>
    <message>
        <source>the weights stood as (inputs, outputs) and are turned: here W is (outputs, inputs)</source>
        <translation>가중치가 (입력, 출력) 순서여서 돌려놓았습니다. 여기에서 W는 (출력, 입력)입니다</translation>
    </message>
    <message>
        <source>{out}: --format {format} is not for a {ending} file; leave it out, or write a {script} file</source>
        <translation>{out}: --format {format}은(는) {ending} 파일에 쓸 수 없습니다. 빼거나 {script} 파일을 쓰십시오</translation>
    </message>
    <message>
        <source>{text}: an experiment without weights; a trained network was expected</source>
        <translation>{text}: 가중치가 없는 실험입니다. 학습된 신경망이 필요합니다</translation>
    </message>
    <message>
        <source>{where}: damaged, or it holds more than tensors, which is never run; what torch.save(network.state_dict(), file) writes was expected</source>
        <translation>{where}: 손상되었거나 텐서가 아닌 것이 들어 있으며, 그런 것은 실행하지 않습니다. torch.save(network.state_dict(), file)로 쓴 파일이 필요합니다</translation>
    </message>
    <message>
        <source>{where}: damaged, or not an .onnx file; open another copy</source>
        <translation>{where}: 손상되었거나 .onnx 파일이 아닙니다. 다른 사본을 여십시오</translation>
    </message>
    <message>
        <source>{where}: its output is not the end of a chain of dense layers</source>
        <translation>{where}: 출력이 완전 연결 층을 차례로 이은 것의 끝이 아닙니다</translation>
    </message>
    <message>
        <source>{where}: layers of {sizes} units; at most {inputs} inputs, {units} units in a hidden layer and {outputs} outputs are read</source>
        <translation>{where}: 층의 크기가 {sizes}입니다. 입력은 최대 {inputs}개, 은닉층의 뉴런은 최대 {units}개, 출력은 최대 {outputs}개까지 읽습니다</translation>
    </message>
    <message>
        <source>{where}: more than one input or output; a chain of dense layers was expected</source>
        <translation>{where}: 입력이나 출력이 여럿입니다. 완전 연결 층을 차례로 이은 신경망이 필요합니다</translation>
    </message>
    <message>
        <source>{where}: no state_dict: tensors by their names were expected, as torch.save(network.state_dict(), file) writes them</source>
        <translation>{where}: state_dict가 아닙니다. torch.save(network.state_dict(), file)가 쓰는 것처럼 이름이 붙은 텐서가 필요합니다</translation>
    </message>
    <message>
        <source>{where}: not a .safetensors file of dense layers: its header has {length} bytes; at most {most} were expected</source>
        <translation>{where}: 완전 연결 층의 .safetensors 파일이 아닙니다. 헤더가 {length}바이트입니다. 최대 {most}바이트까지 읽습니다</translation>
    </message>
    <message>
        <source>{where}: only PyTorch itself can read this, and it is not installed; save the network as .safetensors (safetensors.torch.save_file(network.state_dict(), file)) or as .npz</source>
        <translation>{where}: PyTorch로만 읽을 수 있는데 설치되어 있지 않습니다. 신경망을 .safetensors(safetensors.torch.save_file(network.state_dict(), file))나 .npz로 저장하십시오</translation>
    </message>
    <message>
        <source>{where}: the array {name!r} is missing</source>
        <translation>{where}: 배열 {name!r}이(가) 없습니다</translation>
    </message>
    <message>
        <source>{where}: the data are {numbers:,} numbers, and a script holds at most {most:,}; use fewer examples, or export the network and the data apart</source>
        <translation>{where}: 데이터가 숫자 {numbers:,}개인데 스크립트에는 최대 {most:,}개까지 들어갑니다. 샘플을 줄이거나 신경망과 데이터를 따로 내보내십시오</translation>
    </message>
    <message>
        <source>{where}: these shapes are no chain of layers: {shapes}; W1 of shape (n1, n0) with b1 of n1 numbers, then W2 of (n2, n1) and so on were expected</source>
        <translation>{where}: 모양이 층으로 이어지지 않습니다: {shapes}. 모양이 (n1, n0)인 W1과 숫자 n1개인 b1, 다음으로 (n2, n1)인 W2와 같이 이어져야 합니다</translation>
    </message>
    <message>
        <source>{where}: {count} layers; 1 to {most} were expected</source>
        <translation>{where}: 층이 {count}개입니다. 1개부터 {most}개까지여야 합니다</translation>
    </message>
    <message>
        <source>{where}: {count} operations; at most {most} are read</source>
        <translation>{where}: 연산이 {count}개입니다. 최대 {most}개까지 읽습니다</translation>
    </message>
    <message>
        <source>{where}: {count} tensors; 2 to {most} were expected, the weights and biases of dense layers</source>
        <translation>{where}: 텐서가 {count}개입니다. 완전 연결 층의 가중치와 편향으로 2개부터 {most}개까지여야 합니다</translation>
    </message>
    <message>
        <source>{where}: {name} is kept in another file, which is not read; export with all weights in one file</source>
        <translation>{where}: {name}이(가) 다른 파일에 있으며, 그 파일은 읽지 않습니다. 모든 가중치를 한 파일로 내보내십시오</translation>
    </message>
    <message>
        <source>{where}: {name} is no array of a dense layer; W1, b1, W2 … or NAME.weight, NAME.bias were expected, and nothing else is read</source>
        <translation>{where}: {name}은(는) 완전 연결 층의 배열이 아닙니다. W1, b1, W2 … 또는 NAME.weight, NAME.bias가 필요하며 다른 것은 읽지 않습니다</translation>
    </message>
    <message>
        <source>{where}: {name} is {value}, which this script cannot follow yet; set it to {usual} first</source>
        <translation>{where}: {name}이(가) {value}인데 이 스크립트가 아직 따르지 못합니다. 먼저 {usual}(으)로 바꾸십시오</translation>
    </message>
    <message>
        <source>{where}: {name} is {value}, which this script cannot follow yet; {known} can be</source>
        <translation>{where}: {name}이(가) {value}인데 이 스크립트가 아직 따르지 못합니다. 쓸 수 있는 것: {known}</translation>
    </message>
    <message>
        <source>{where}: {name} stands alone: its {partner} are missing; every layer needs both</source>
        <translation>{where}: {name}만 있고 {partner}이(가) 없습니다. 층마다 둘 다 필요합니다</translation>
    </message>
    <message>
        <source>{where}: {name}: shape {shape}; (n,) or (n, 1) was expected</source>
        <translation>{where}: {name}: 모양이 {shape}입니다. (n,)이나 (n, 1)이어야 합니다</translation>
    </message>
    <message>
        <source>{where}: {name}: shape {shape}; the matrix of a dense layer was expected, and no other layer is read</source>
        <translation>{where}: {name}: 모양이 {shape}입니다. 완전 연결 층의 행렬이 필요하며 다른 층은 읽지 않습니다</translation>
    </message>
    <message>
        <source>{where}: {name}: type {dtype}; float32 or float64 was expected: convert it before saving</source>
        <translation>{where}: {name}: 자료형이 {dtype}입니다. float32나 float64여야 하므로 저장하기 전에 바꾸십시오</translation>
    </message>
    <message>
        <source>{where}: {operator} is no part of a chain of dense layers with activations known here; only such a chain is read</source>
        <translation>{where}: {operator}은(는) 여기에서 아는 활성화 함수와 완전 연결 층을 이은 것에 들어가지 않습니다. 그런 신경망만 읽습니다</translation>
    </message>
    <message>
        <source>An update moved the weights by {n}% of their size at most, in layer {layer}: the steps were too short.</source>
        <translation>업데이트가 가중치를 크기의 {n}%까지만 움직였습니다({layer}층). 스텝이 너무 짧았습니다.</translation>
    </message>
    <message>
        <source>An update there moved the weights of layer {layer} by {n}% of their size, where about 0.1% is usual: the step went too far.</source>
        <translation>그곳의 업데이트는 {layer}층의 가중치를 크기의 {n}%만큼 움직였습니다. 보통은 0.1%쯤입니다. 스텝이 너무 길었습니다.</translation>
    </message>
    <message>
        <source>As many test examples are right as there, {n}%: it is the wrong ones that the network is surer of now.</source>
        <translation>맞힌 테스트 샘플은 그때보다 줄지 않아 {n}%입니다. 틀린 샘플에 대한 확신이 커진 것입니다.</translation>
    </message>
    <message>
        <source>From epoch {first} to epoch {last} the training cost stayed at about {cost}.</source>
        <translation>에포크 {first}부터 {last}까지 훈련 비용이 {cost} 근처에 머물렀습니다.</translation>
    </message>
    <message>
        <source>In epoch {epoch} the training cost was {cost}; in the epochs before it was about {before}.</source>
        <translation>에포크 {epoch}의 훈련 비용은 {cost}입니다. 그 전에는 {before}쯤이었습니다.</translation>
    </message>
    <message>
        <source>Look at the Health tab.</source>
        <translation>진단 탭을 보십시오.</translation>
    </message>
    <message>
        <source>Lower the learning rate, or take Leaky ReLU.</source>
        <translation>학습률을 낮추거나 Leaky ReLU를 쓰십시오.</translation>
    </message>
    <message>
        <source>Lower the learning rate, to {rate} for example.</source>
        <translation>학습률을 예를 들어 {rate}(으)로 낮추십시오.</translation>
    </message>
    <message>
        <source>Not known: the numbers of the layers there show none.</source>
        <translation>알 수 없습니다. 그때 층의 수치에는 원인이 나타나지 않습니다.</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>평탄 구간</translation>
    </message>
    <message>
        <source>Raise the learning rate, to {rate} for example.</source>
        <translation>학습률을 예를 들어 {rate}(으)로 높이십시오.</translation>
    </message>
    <message>
        <source>Since epoch {epoch} the test cost rose from {low} to {test}, while the training cost fell from {then} to {now}.</source>
        <translation>에포크 {epoch}부터 훈련 비용은 {then}에서 {now}(으)로 내려갔지만 테스트 비용은 {low}에서 {test}(으)로 올라갔습니다.</translation>
    </message>
    <message>
        <source>Spike</source>
        <translation>치솟음</translation>
    </message>
    <message>
        <source>Step back to the epoch before it with the timeline, and walk through the update in Backprop.</source>
        <translation>타임라인으로 바로 전 에포크로 돌아가, 역전파 탭에서 업데이트를 단계별로 보십시오.</translation>
    </message>
    <message>
        <source>Stop there, or add an L2 penalty, which keeps it from being too sure.</source>
        <translation>그곳에서 멈추거나, 지나친 확신을 막는 L2 규제를 더하십시오.</translation>
    </message>
    <message>
        <source>Stop there: the timeline brings that epoch back.</source>
        <translation>그곳에서 멈추십시오. 타임라인으로 그 에포크로 돌아갈 수 있습니다.</translation>
    </message>
    <message>
        <source>Take fewer layers, or tanh or ReLU in place of sigmoid.</source>
        <translation>층을 줄이거나, 시그모이드 대신 tanh나 ReLU를 쓰십시오.</translation>
    </message>
    <message>
        <source>Take fewer neurons, more examples or an L2 penalty, or stop there.</source>
        <translation>뉴런을 줄이거나, 샘플을 늘리거나, L2 규제를 더하거나, 그곳에서 멈추십시오.</translation>
    </message>
    <message>
        <source>Test cost rises</source>
        <translation>테스트 비용 상승</translation>
    </message>
    <message>
        <source>The gradient of layer 1 was {times} times smaller than that of layer {last}: it vanished on its way back.</source>
        <translation>1층의 그래디언트는 {last}층의 1/{times}이었습니다. 거꾸로 오는 길에 사라졌습니다.</translation>
    </message>
    <message>
        <source>The gradient of layer {layer} was {times} times as large as in the epochs before: the cost is steep there.</source>
        <translation>{layer}층의 그래디언트가 그 전 에포크의 {times}배였습니다. 그곳에서 비용이 가파릅니다.</translation>
    </message>
    <message>
        <source>The gradient was nearly 0 in every layer, {norm} at most, in layer {layer}: a flat place of the cost.</source>
        <translation>모든 층의 그래디언트가 거의 0이었습니다. 가장 큰 {layer}층도 {norm}입니다. 비용이 평평한 곳입니다.</translation>
    </message>
    <message>
        <source>The network has {weights} weights and biases for {m} training examples: enough to learn them by heart.</source>
        <translation>훈련 샘플은 {m}개인데 가중치와 편향은 {weights}개입니다. 모두 외우기에 충분합니다.</translation>
    </message>
    <message>
        <source>Train on; if the cost stays, change one thing at a time.</source>
        <translation>더 학습하십시오. 비용이 그대로이면 한 번에 하나씩 바꾸십시오.</translation>
    </message>
    <message>
        <source>Try other first weights (Shift+R), or train on: a saddle is left in time.</source>
        <translation>처음 가중치를 바꾸거나(Shift+R) 더 학습하십시오. 안장점이라면 언젠가 벗어납니다.</translation>
    </message>
    <message>
        <source>dead by layer</source>
        <translation>층별 죽은 뉴런</translation>
    </message>
    <message>
        <source>saturated by layer</source>
        <translation>층별 포화</translation>
    </message>
    <message>
        <source>update / weights by layer</source>
        <translation>층별 업데이트/가중치</translation>
    </message>
    <message>
        <source>{n}% of the neurons of layer {layer} became saturated there.</source>
        <translation>그곳에서 {layer}층 뉴런의 {n}%가 포화되었습니다.</translation>
    </message>
    <message>
        <source>{n}% of the neurons of layer {layer} died there.</source>
        <translation>그곳에서 {layer}층 뉴런의 {n}%가 죽었습니다.</translation>
    </message>
    <message>
        <source>{n}% of the neurons of layer {layer} were dead.</source>
        <translation>{layer}층 뉴런의 {n}%가 죽어 있었습니다.</translation>
    </message>
    <message>
        <source>{n}% of the neurons of layer {layer} were saturated.</source>
        <translation>{layer}층 뉴런의 {n}%가 포화되어 있었습니다.</translation>
    </message>
    <message>
        <source>‖dW, db‖ by layer</source>
        <translation>층별 ‖dW, db‖</translation>
    </message>
    <message>
        <source>Row and column are exchanged: the row is the gate&apos;s component, the column that of what it reads.</source>
        <translation>행과 열이 바뀌었습니다. 행은 게이트의 성분이고, 열은 게이트가 읽는 것의 성분입니다.</translation>
    </message>
    <message>
        <source>a list of at most {high} layers such as &quot;2&quot; and neurons such as &quot;2.3&quot;</source>
        <translation>&quot;2&quot; 같은 층과 &quot;2.3&quot; 같은 뉴런의 목록(최대 {high}개)</translation>
    </message>
    <message>
        <source>hidden layer or neuron</source>
        <translation>은닉층이나 뉴런</translation>
    </message>
    <message>
        <source>layer or neuron</source>
        <translation>층이나 뉴런</translation>
    </message>
    <message>
        <source>there is no neuron {unit} in hidden layer {layer}; choose one that there is</source>
        <translation>은닉층 {layer}에 뉴런 {unit}이(가) 없습니다. 있는 뉴런을 고르십시오</translation>
    </message>
    <message>
        <source>{where}: training.{name}[{index}]: {part}: there is no such {kind}; expected a layer such as &quot;1&quot;, or a neuron of it such as &quot;1.2&quot;</source>
        <translation>{where}: training.{name}[{index}]: {part}: 그런 {kind}이(가) 없습니다. &quot;1&quot; 같은 층이나 &quot;1.2&quot; 같은 뉴런이어야 합니다</translation>
    </message>
    <message>
        <source>Hidden until the question is answered.</source>
        <translation>문제에 답할 때까지 가려져 있습니다.</translation>
    </message>
    <message>
        <source>This would tell what the question asks; answer it first.</source>
        <translation>이것은 문제의 답을 알려 줍니다. 먼저 문제에 답하십시오.</translation>
    </message>
    <message>
        <source>formula, {problem}</source>
        <translation>수식, {problem}</translation>
    </message>
    <message>
        <source>formula: {count} characters, expected at most {most}</source>
        <translation>수식: {count}글자입니다. 최대 {most}글자까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>range from {low:g} to {high:g}; two ascending numbers within ±{most:g} were expected</source>
        <translation>범위가 {low:g}부터 {high:g}까지입니다. ±{most:g} 안에서 커지는 두 수가 필요합니다</translation>
    </message>
    <message>
        <source>the stored state cannot be read: {problem}</source>
        <translation>저장된 상태를 읽을 수 없습니다: {problem}</translation>
    </message>
    <message>
        <source>the stored state holds a number that none can have</source>
        <translation>저장된 상태에 있을 수 없는 수가 들어 있습니다</translation>
    </message>
    <message>
        <source>the stored weights do not fit the stored network</source>
        <translation>저장된 가중치가 저장된 신경망에 맞지 않습니다</translation>
    </message>
    <message>
        <source>{file}: cannot be judged ({kind})</source>
        <translation>{file}: 채점할 수 없습니다 ({kind})</translation>
    </message>
    <message>
        <source>{formula} has no finite value for {count:,} of {all:,} examples, such as at {place}; choose a range where it has one, or guard it with max(…)</source>
        <translation>{formula}은(는) 샘플 {all:,}개 중 {count:,}개에서 유한한 값이 없습니다(예: {place}). 값이 있는 범위를 고르거나 max(…)로 막으십시오</translation>
    </message>
    <message>
        <source>Chance in the data: points, or the values to predict, lie a little off where they belong, and no network can know by how much. A formula of data may say itself where it comes in: x1*x2 + noise.</source>
        <translation>데이터 속의 우연입니다. 점이나 예측할 값이 있어야 할 곳에서 조금 벗어나 있고, 얼마나 벗어났는지 신경망은 알 수 없습니다. 데이터의 수식에는 x1*x2 + noise처럼 잡음이 들어가는 곳을 직접 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>a trained network (also .onnx, .safetensors, .pt), or a session (.playground)</source>
        <translation>학습된 신경망(.onnx, .safetensors, .pt 포함) 또는 세션(.playground)</translation>
    </message>
    <message>
        <source>Of {n} other seeds, about {low} to {high} would solve it.</source>
        <translation>다른 시드 {n}개로 하면 약 {low}~{high}개가 풀 것입니다.</translation>
    </message>
    <message>
        <source>these settings</source>
        <translation>이 설정</translation>
    </message>
    <message>
        <source>A gradient that is longer than allowed is shortened, and keeps its direction: one wild mini-batch cannot throw the weights far away.</source>
        <translation>허용된 길이보다 긴 그래디언트는 방향을 그대로 두고 짧게 줄입니다. 거친 미니배치 하나가 가중치를 멀리 던져 버릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Ablation</source>
        <translation>절제</translation>
    </message>
    <message>
        <source>AdamW takes a small share off every weight and bias at each step, beside what the gradient says: what is not needed shrinks.</source>
        <translation>AdamW는 그래디언트와 별도로 스텝마다 모든 가중치와 편향을 조금씩 줄입니다. 필요 없는 것은 작아집니다.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Each example of an update does without some hidden neurons, drawn anew each time; the others are scaled up. No neuron can rely on another, which is good against overfitting. Never when the network is judged.</source>
        <translation>업데이트의 샘플마다 은닉 뉴런 몇 개를 매번 새로 뽑아 빼고, 나머지는 크게 합니다. 어떤 뉴런도 다른 뉴런에 기댈 수 없어 과적합에 좋습니다. 신경망을 평가할 때는 빼지 않습니다.</translation>
    </message>
    <message>
        <source>Frozen neuron</source>
        <translation>고정된 뉴런</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>그래디언트 자르기</translation>
    </message>
    <message>
        <source>How the learning rate changes while training goes on: long steps where there is far to go, short ones near the end. The rate in effect stands at the lower edge, and the schedule behind the cost.</source>
        <translation>학습이 진행되는 동안 학습률이 바뀌는 방식입니다. 갈 길이 멀면 크게, 끝이 가까우면 작게 걷습니다. 지금 쓰이는 학습률은 아래쪽 줄에, 일정은 비용 곡선 뒤에 나옵니다.</translation>
    </message>
    <message>
        <source>Its weights and bias stay as they are, whatever the gradient says; a whole layer can be frozen, too. The menu of the diagram, by the right mouse button, does both.</source>
        <translation>그래디언트가 어떻든 가중치와 편향이 그대로 머뭅니다. 층 전체를 고정할 수도 있습니다. 그림에서 오른쪽 버튼으로 여는 메뉴로 합니다.</translation>
    </message>
    <message>
        <source>Rate schedule</source>
        <translation>학습률 일정</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>What is a neuron worth? The cost is computed without it: what it rises by is its share. The diagram tells it of the neuron pointed at, and can switch one off.</source>
        <translation>뉴런 하나의 가치는 얼마일까요? 그 뉴런 없이 비용을 계산합니다. 비용이 오르는 만큼이 그 뉴런의 몫입니다. 그림은 가리킨 뉴런의 값을 알려 주고 뉴런을 끌 수도 있습니다.</translation>
    </message>
    <message>
        <source>there are no networks on the wall; choose what varies, and press “Run all” there</source>
        <translation>벽에 신경망이 없습니다. 달라질 설정을 고르고 벽에서 모두 실행을 누르십시오</translation>
    </message>
    <message>
        <source>&amp;Many</source>
        <translation>여럿(&amp;Y)</translation>
    </message>
    <message>
        <source>Many networks at once, over settings and seeds: is it luck or the setting?</source>
        <translation>설정과 시드가 다른 많은 신경망을 한꺼번에 훈련합니다. 운인지 설정인지 알아봅니다.</translation>
    </message>
    <message>
        <source>Network {number} of the wall</source>
        <translation>벽의 신경망 {number}</translation>
    </message>
    <message>
        <source>Networks on the wa&amp;ll…</source>
        <translation>벽의 신경망(&amp;L)…</translation>
    </message>
    <message>
        <source>Write a row for each network on the wall, or the wall itself as a picture or a drawing</source>
        <translation>벽의 신경망마다 한 행을 쓰거나, 벽을 그림이나 벡터 그림으로 저장합니다</translation>
    </message>
    <message>
        <source>the networks on the wall</source>
        <translation>벽의 신경망</translation>
    </message>
    <message>
        <source>the networks on the wall: {problem}</source>
        <translation>벽의 신경망: {problem}</translation>
    </message>
    <message>
        <source>there are no networks on the wall; train some in the workspace “Many” first</source>
        <translation>벽에 신경망이 없습니다. 먼저 작업 화면 “여럿”에서 훈련하십시오</translation>
    </message>
    <message>
        <source>there is no network {number}; one of {n} was expected</source>
        <translation>신경망 {number}이(가) 없습니다. {n}개 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>{n} networks train at once.</source>
        <translation>신경망 {n}개를 한꺼번에 훈련합니다.</translation>
    </message>
    <message>
        <source>{n} {n:network|networks}; at least {fewest} were expected: take more values or more seeds</source>
        <translation>신경망 {n}개입니다. {fewest}개 이상이어야 합니다. 값이나 시드를 늘리십시오</translation>
    </message>
    <message>
        <source>{target}: only a session (.playground) has {content}; save it in the window</source>
        <translation>{target}: {content}은(는) 세션(.playground)에만 있습니다. 창에서 저장하십시오</translation>
    </message>
    <message>
        <source>{target}: this session has none: {content}</source>
        <translation>{target}: 이 세션에는 없습니다: {content}</translation>
    </message>
    <message>
        <source>more networks on the wall than there can be</source>
        <translation>벽에 있을 수 있는 것보다 많은 신경망</translation>
    </message>
    <message>
        <source>Nearly: this is rounded too far. Give one digit more.</source>
        <translation>거의 맞습니다. 너무 많이 반올림했습니다. 한 자리 더 쓰십시오.</translation>
    </message>
    <message>
        <source>No usual slip gives this. Its sign is not right either: go back over it step by step.</source>
        <translation>흔한 실수로는 나오지 않는 값입니다. 부호도 맞지 않습니다. 한 단계씩 다시 확인하십시오.</translation>
    </message>
    <message>
        <source>No usual slip gives this; it is too large in size. Go back over it step by step.</source>
        <translation>흔한 실수로는 나오지 않는 값이고, 크기가 너무 큽니다. 한 단계씩 다시 확인하십시오.</translation>
    </message>
    <message>
        <source>No usual slip gives this; it is too small in size. Go back over it step by step.</source>
        <translation>흔한 실수로는 나오지 않는 값이고, 크기가 너무 작습니다. 한 단계씩 다시 확인하십시오.</translation>
    </message>
    <message>
        <source>Now it is right.</source>
        <translation>이제 맞았습니다.</translation>
    </message>
    <message>
        <source>How long a gradient is, all its numbers taken as one arrow: the root of the sum of their squares. Near 0 hardly anything is learned any more; where it grows and grows, the steps are too long.</source>
        <translation>그래디언트의 길이입니다. 모든 값을 화살표 하나로 보고, 값의 제곱을 더해 제곱근을 구합니다. 0에 가까우면 거의 더 학습하지 않으며, 계속 커지면 한 번에 너무 멀리 움직입니다.</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>노름</translation>
    </message>
    <message>
        <source>Cost without</source>
        <translation>껐을 때 비용</translation>
    </message>
    <message>
        <source>How much the cost rises without it: what it is worth. Below 0 the network is better off without it.</source>
        <translation>껐을 때 비용이 얼마나 오르는지, 곧 그 뉴런의 가치입니다. 0보다 작으면 없는 편이 낫습니다.</translation>
    </message>
    <message>
        <source>The mean cost of the training examples while this is switched off.</source>
        <translation>이것을 껐을 때 훈련 샘플의 평균 비용입니다.</translation>
    </message>
    <message>
        <source>The share of the training examples that are right while this is switched off.</source>
        <translation>이것을 껐을 때 맞힌 훈련 샘플의 비율입니다.</translation>
    </message>
    <message>
        <source>Pi&amp;xels of the atlas…</source>
        <translation>지도의 픽셀(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Atlas</source>
        <translation>지도(&amp;M)</translation>
    </message>
    <message>
        <source>Epochs until it is solved</source>
        <translation>풀 때까지의 에포크</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the atlas</source>
        <translation>지도의 {row}행 {column}열</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>Test cost</source>
        <translation>테스트 비용</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>Training cost</source>
        <translation>훈련 비용</translation>
    </message>
    <message>
        <source>Two settings are the axes, every pixel is a training: where does it learn?</source>
        <translation>두 설정이 축이고 픽셀 하나가 학습 한 번입니다. 어디에서 학습이 될까요?</translation>
    </message>
    <message>
        <source>Write a row for each pixel of the atlas, or the atlas itself as a picture or a drawing</source>
        <translation>지도의 픽셀마다 한 행씩 쓰거나, 지도 자체를 그림이나 벡터 그림으로 저장합니다</translation>
    </message>
    <message>
        <source>the atlas: {problem}</source>
        <translation>지도: {problem}</translation>
    </message>
    <message>
        <source>the pixels of the atlas</source>
        <translation>지도의 픽셀</translation>
    </message>
    <message>
        <source>there is no atlas; choose two settings, and press “Train the atlas” there</source>
        <translation>지도가 없습니다. 지도 작업 화면에서 두 설정을 고르고 “모든 픽셀 학습”을 누르십시오</translation>
    </message>
    <message>
        <source>there is no atlas; train one in the workspace “Atlas” first</source>
        <translation>지도가 없습니다. 먼저 작업 화면 “지도”에서 학습하십시오</translation>
    </message>
    <message>
        <source>there is no pixel in row {row} and column {column}; {rows} rows and {columns} columns were expected</source>
        <translation>{row}행 {column}열에는 픽셀이 없습니다. {rows}행 {columns}열까지 있습니다</translation>
    </message>
    <message>
        <source>this is the whole atlas; to see more, widen the ranges and train it anew</source>
        <translation>지도 전체가 보이고 있습니다. 더 보려면 범위를 넓혀 다시 학습하십시오</translation>
    </message>
    <message>
        <source>{asked}; at most {most} was expected: take fewer pixels or epochs</source>
        <translation>{asked}. 최대 {most}까지 할 수 있습니다. 픽셀이나 에포크를 줄이십시오</translation>
    </message>
    <message>
        <source>{count:,} trainings, {updates:,} updates: {time}</source>
        <translation>학습 {count:,}번, 업데이트 {updates:,}번: {time}</translation>
    </message>
    <message>
        <source>{epochs} epochs; at least 1 was expected</source>
        <translation>에포크 {epochs}: 1 이상이어야 합니다</translation>
    </message>
    <message>
        <source>{experiment}: {measure} after {epochs:,} {epochs:epoch|epochs}; crosses diverged</source>
        <translation>{experiment}: {epochs:,}에포크 뒤의 {measure}, ×무늬는 발산</translation>
    </message>
    <message>
        <source>{key} cannot be an axis here: it makes no difference or does not exist; one of these was expected: {names}</source>
        <translation>{key}은(는) 여기서 축이 될 수 없습니다. 결과에 영향이 없거나 없는 설정입니다. 다음 중에서 고르십시오: {names}</translation>
    </message>
    <message>
        <source>{key} cannot be an axis: it is no number; choose another setting</source>
        <translation>{key}은(는) 수가 아니어서 축이 될 수 없습니다. 다른 설정을 고르십시오</translation>
    </message>
    <message>
        <source>{setting} is on both axes; choose another for one of them</source>
        <translation>두 축이 모두 {setting}입니다. 한 축에는 다른 설정을 고르십시오</translation>
    </message>
    <message>
        <source>{setting}, layer {layer}</source>
        <translation>{setting}, {layer}층</translation>
    </message>
    <message>
        <source>{setting}: a logarithmic axis begins above 0, not at {low:g}; raise the bound, or take equal steps</source>
        <translation>{setting}: 로그 축은 {low:g}에서 시작할 수 없고 0보다 커야 합니다. 하한을 올리거나 로그를 끄십시오</translation>
    </message>
    <message>
        <source>{setting}: from {low:g} to {high:g} there is one value; widen the range</source>
        <translation>{setting}: {low:g}에서 {high:g}까지는 값이 하나뿐입니다. 범위를 넓히십시오</translation>
    </message>
    <message>
        <source>{setting}: the part has one value only; drag a larger one</source>
        <translation>{setting}: 이 부분에는 값이 하나뿐입니다. 더 크게 끌어서 고르십시오</translation>
    </message>
    <message>
        <source>{setting}: two numbers were expected, from the lowest to the highest</source>
        <translation>{setting}: 가장 작은 값과 가장 큰 값, 두 수를 입력하십시오</translation>
    </message>
    <message>
        <source>{setting}: {expected} was expected</source>
        <translation>{setting}: {expected}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{setting}: {low:g} is above {high:g}; put the lower bound first</source>
        <translation>{setting}: {low:g}이(가) {high:g}보다 큽니다. 작은 값을 먼저 입력하십시오</translation>
    </message>
    <message>
        <source>{side} pixels a side; one of {names} was expected</source>
        <translation>한 변의 픽셀 수 {side}: {names} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>Follow a weig&amp;ht</source>
        <translation>가중치 따라가기(&amp;A)</translation>
    </message>
    <message>
        <source>learning rate there: from {first} to {last}</source>
        <translation>그때의 학습률: {first}에서 {last}까지</translation>
    </message>
    <message>
        <source>learning rate there: {rate}</source>
        <translation>그때의 학습률: {rate}</translation>
    </message>
    <message>
        <source>The lesson cannot be kept against a sudden end: {problem}</source>
        <translation>갑작스러운 종료에 대비해 레슨을 보관하지 못했습니다: {problem}</translation>
    </message>
    <message>
        <source>The session cannot be kept against a sudden end: {problem}</source>
        <translation>갑작스러운 종료에 대비해 세션을 보관하지 못했습니다: {problem}</translation>
    </message>
    <message>
        <source>Unsaved work is still there: the lesson as it was at {moment}.</source>
        <translation>저장하지 않은 작업이 남아 있습니다: {moment}의 레슨입니다.</translation>
    </message>
    <message>
        <source>Unsaved work is still there: the session as it was at {moment}.</source>
        <translation>저장하지 않은 작업이 남아 있습니다: {moment}의 세션입니다.</translation>
    </message>
    <message>
        <source>Their costs are of different kinds: these numbers cannot be compared.</source>
        <translation>비용의 종류가 서로 달라 수치를 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>{run} against {other}: {difference}.</source>
        <translation>{run}와(과) {other}의 차이는 {difference}입니다.</translation>
    </message>
    <message>
        <source>{run} and {other} have the same settings.</source>
        <translation>{run}와(과) {other}의 설정은 같습니다.</translation>
    </message>
    <message>
        <source>{what} {value} against {other}</source>
        <translation>{what} {value} 대 {other}</translation>
    </message>
    <message>
        <source>All runs have the same settings.</source>
        <translation>모든 실행의 설정이 같습니다.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>How many times training went through the examples, and how long it took.</source>
        <translation>학습이 전체 샘플을 몇 번 돌았는지, 얼마나 걸렸는지입니다.</translation>
    </message>
    <message>
        <source>It came to {numbers}.</source>
        <translation>결과는 {numbers}입니다.</translation>
    </message>
    <message>
        <source>Network {number}</source>
        <translation>신경망 {number}</translation>
    </message>
    <message>
        <source>One run each: whether that is the setting or luck, only more seeds tell.</source>
        <translation>한 번씩만 실행했습니다. 설정 덕분인지 운인지는 시드를 더 늘려야 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Only the seed differs: so much is luck.</source>
        <translation>시드만 다릅니다. 이만큼은 운입니다.</translation>
    </message>
    <message>
        <source>Only the time of training differs.</source>
        <translation>학습한 길이만 다릅니다.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>The cost: above on the test data, below on the training data.</source>
        <translation>비용입니다. 위는 테스트 데이터, 아래는 훈련 데이터입니다.</translation>
    </message>
    <message>
        <source>The runs differ in: {settings}.</source>
        <translation>실행마다 다른 설정은 {settings}입니다.</translation>
    </message>
    <message>
        <source>The share of right answers, or R² where numbers are predicted: above on the test data.</source>
        <translation>맞힌 비율이며, 수를 예측할 때는 R²입니다. 위는 테스트 데이터, 아래는 훈련 데이터입니다.</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>now: the run that goes on.</source>
        <translation>지금 진행 중인 실행입니다.</translation>
    </message>
    <message>
        <source>score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>the settings are those of now</source>
        <translation>설정이 지금과 같습니다</translation>
    </message>
    <message>
        <source>{runs} diverged: the numbers stopped being finite.</source>
        <translation>{runs}: 발산했습니다. 수치가 유한하지 않게 되었습니다.</translation>
    </message>
    <message>
        <source>{what}: test {test}, training {training}</source>
        <translation>{what}: 테스트 {test}, 훈련 {training}</translation>
    </message>
    <message>
        <source>{what}: training {training}</source>
        <translation>{what}: 훈련 {training}</translation>
    </message>
    <message>
        <source>{where}: the lesson in it cannot be read</source>
        <translation>{where}: 그 안의 레슨을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Predictions of a class</source>
        <translation>학급의 예측</translation>
    </message>
    <message>
        <source>Votes on predictions</source>
        <translation>예측 투표</translation>
    </message>
    <message>
        <source>Write what the lesson asked, what was answered, reached and voted as one page</source>
        <translation>레슨이 물은 것과 답한 것, 도달한 것, 투표한 것을 한 페이지로 저장합니다</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>에포크 {epoch}</translation>
    </message>
    <message>
        <source>the votes of the session cannot be read</source>
        <translation>세션의 투표를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>what was asked, answered, reached and voted</source>
        <translation>물은 것, 답한 것, 도달한 것, 투표한 것</translation>
    </message>
    <message>
        <source>&amp;Fork here</source>
        <translation>여기서 갈라 보기(&amp;F)</translation>
    </message>
    <message>
        <source>A run that forks, or two runs, live side by side: where do they part?</source>
        <translation>갈라지는 한 실행 또는 두 실행을 나란히 학습하며 봅니다: 어디에서 갈라질까요?</translation>
    </message>
    <message>
        <source>B draws its mini-batches, and what dropout drops, by another seed; the weights are the same.</source>
        <translation>B는 미니배치와 드롭아웃을 다른 시드로 뽑습니다. 가중치는 같습니다.</translation>
    </message>
    <message>
        <source>B goes on with another learning rate.</source>
        <translation>B는 다른 학습률로 계속합니다.</translation>
    </message>
    <message>
        <source>Both go the same way, to the last bit: nothing in training happens by chance alone.</source>
        <translation>둘은 마지막 비트까지 같은 길을 갑니다. 학습에는 재현되지 않는 우연이 없습니다.</translation>
    </message>
    <message>
        <source>Branch {letter}: {name}</source>
        <translation>갈래 {letter}: {name}</translation>
    </message>
    <message>
        <source>For&amp;k</source>
        <translation>갈라 보기(&amp;V)</translation>
    </message>
    <message>
        <source>From the epoch shown, go two ways: what becomes of the run if one thing is not the same?</source>
        <translation>보이는 에포크에서 두 갈래로 나아갑니다: 한 가지만 다르면 실행은 어떻게 될까요?</translation>
    </message>
    <message>
        <source>In B one training point lies elsewhere; all others stay, in their order.</source>
        <translation>B에서는 훈련 점 하나가 다른 곳에 있습니다. 나머지는 순서까지 그대로입니다.</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>점</translation>
    </message>
    <message>
        <source>The hidden layer, from 1.</source>
        <translation>1부터 세는 은닉층 번호입니다.</translation>
    </message>
    <message>
        <source>The neuron of that layer, from 1.</source>
        <translation>그 층에서 1부터 세는 뉴런 번호입니다.</translation>
    </message>
    <message>
        <source>The number of the training example.</source>
        <translation>훈련 샘플의 번호입니다.</translation>
    </message>
    <message>
        <source>This is branch {letter}, at epoch {epoch:,}; “Undo” brings back the run before.</source>
        <translation>갈래 {letter}, 에포크 {epoch:,}입니다. “실행 취소”를 누르면 이전 실행으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>a neuron switched off</source>
        <translation>뉴런 하나 끄기</translation>
    </message>
    <message>
        <source>both begin at epoch {epoch:,}, and train to epoch {goal:,}; {low:,} to {high:,} was expected</source>
        <translation>둘 다 에포크 {epoch:,}에서 시작하는데 끝 에포크가 {goal:,}입니다. {low:,}~{high:,} 사이의 값을 입력하십시오</translation>
    </message>
    <message>
        <source>examples in the order of seed {seed:.0f}</source>
        <translation>시드 {seed:.0f}의 샘플 순서</translation>
    </message>
    <message>
        <source>images have no map to lay over each other: compare costs and accuracies</source>
        <translation>이미지에는 겹쳐 볼 지도가 없습니다. 비용과 정확도를 비교하십시오</translation>
    </message>
    <message>
        <source>learning rate {rate:.6g}</source>
        <translation>학습률 {rate:.6g}</translation>
    </message>
    <message>
        <source>neuron {layer:.0f}.{unit:.0f} off</source>
        <translation>뉴런 {layer:.0f}.{unit:.0f} 꺼짐</translation>
    </message>
    <message>
        <source>neuron {name} is switched off already; choose another one</source>
        <translation>뉴런 {name}은(는) 이미 꺼져 있습니다. 다른 뉴런을 고르십시오</translation>
    </message>
    <message>
        <source>no point can be moved: {reason}</source>
        <translation>점을 옮길 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>다른 것 없음</translation>
    </message>
    <message>
        <source>one point moved</source>
        <translation>점 하나 옮기기</translation>
    </message>
    <message>
        <source>order of the examples</source>
        <translation>샘플 순서</translation>
    </message>
    <message>
        <source>their inputs or classes are not the same, so their maps cannot be laid over each other</source>
        <translation>입력이나 클래스가 같지 않아 지도를 겹쳐 볼 수 없습니다</translation>
    </message>
    <message>
        <source>there are no branches yet; choose an epoch and a change, and press “Fork” there</source>
        <translation>아직 갈래가 없습니다. 에포크와 다른 것을 고르고 “갈라 보기”를 누르십시오</translation>
    </message>
    <message>
        <source>there is no branch {number}; 1 or 2 was expected</source>
        <translation>갈래 {number}이(가) 없습니다. 1 또는 2를 입력하십시오</translation>
    </message>
    <message>
        <source>there is no change {kind!r}; one of {names} was expected</source>
        <translation>{kind!r}라는 변경은 없습니다. 다음 중 하나를 입력하십시오: {names}</translation>
    </message>
    <message>
        <source>there is no neuron {unit:.0f} in hidden layer {layer:.0f}; hidden layers with so many neurons: {sizes}</source>
        <translation>은닉층 {layer:.0f}에는 뉴런 {unit:.0f}이(가) 없습니다. 은닉층의 뉴런 수: {sizes}</translation>
    </message>
    <message>
        <source>there is no training example {number:.0f}; 1 to {most} was expected</source>
        <translation>훈련 샘플 {number:.0f}이(가) 없습니다. 1~{most} 사이의 값을 입력하십시오</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>지금 실행</translation>
    </message>
    <message>
        <source>{change}: {count} numbers; {expected} were expected</source>
        <translation>{change}: 수가 {count}개입니다. {expected}개를 입력하십시오</translation>
    </message>
    <message>
        <source>{field}: {value:.10g}; {expected} was expected</source>
        <translation>{field}: {value:.10g}. {expected}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>{run}, from epoch {epoch:,}</source>
        <translation>{run}, 에포크 {epoch:,}부터</translation>
    </message>
    <message>
        <source>there is no measure {name!r}; one of {names} was expected</source>
        <translation>{name!r}(이)라는 척도가 없습니다. {names} 중 하나여야 합니다</translation>
    </message>
    <message>
        <source>{name} is no number: only = and != can stand beside it</source>
        <translation>{name}은(는) 수가 아니므로 =와 !=만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>All settings but the seed</source>
        <translation>시드를 뺀 모든 설정</translation>
    </message>
    <message>
        <source>By luck alone, {groups} differ by up to about {margin}: counts do not tell these apart.</source>
        <translation>운만으로도 {groups}은(는) 약 {margin}까지 차이가 날 수 있으므로, 개수만으로는 둘을 가를 수 없습니다.</translation>
    </message>
    <message>
        <source>By luck alone, {groups} differ by up to about {margin}: this is more.</source>
        <translation>운만으로도 {groups}은(는) 약 {margin}까지 차이가 날 수 있는데, 이 차이는 그보다 큽니다.</translation>
    </message>
    <message>
        <source>Each run by itself</source>
        <translation>실행마다 따로</translation>
    </message>
    <message>
        <source>How many come nine tenths of the way from always the same answer to perfect, of how many; below, how many diverged.</source>
        <translation>늘 같은 답을 내는 수준에서 완벽까지의 거리 중 9/10 이상 다다른 실행의 수이며, 아래는 발산한 수입니다.</translation>
    </message>
    <message>
        <source>How many solve it is not known of all: luck cannot be told from the setting.</source>
        <translation>모든 실행의 해결 여부를 알 수 없어 운과 설정을 가를 수 없습니다.</translation>
    </message>
    <message>
        <source>Networks on the wall</source>
        <translation>벽의 신경망</translation>
    </message>
    <message>
        <source>No run to list: none passes the filter, or there is none of the kind chosen.</source>
        <translation>나열할 실행이 없습니다. 필터를 통과한 실행이 없거나, 고른 종류의 실행이 없습니다.</translation>
    </message>
    <message>
        <source>One group alone says nothing about a setting; list more runs, or select two groups.</source>
        <translation>묶음 하나만으로는 설정에 대해 알 수 없습니다. 실행을 더 나열하거나 묶음 두 개를 선택하십시오.</translation>
    </message>
    <message>
        <source>Pinned runs</source>
        <translation>고정한 실행</translation>
    </message>
    <message>
        <source>Pinned runs and the wall</source>
        <translation>고정한 실행과 벽</translation>
    </message>
    <message>
        <source>So few runs may differ by luck alone; take more seeds.</source>
        <translation>이렇게 적은 실행은 운만으로도 달라질 수 있습니다. 시드를 늘려 보십시오.</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>해결</translation>
    </message>
    <message>
        <source>The mean cost of those that did not diverge, and their standard deviation.</source>
        <translation>발산하지 않은 실행의 평균 비용과 표준편차입니다.</translation>
    </message>
    <message>
        <source>The mean score of those that did not diverge, and their standard deviation.</source>
        <translation>발산하지 않은 실행의 평균 점수와 표준편차입니다.</translation>
    </message>
    <message>
        <source>These groups differ in more: {settings}. So what made the difference cannot be told.</source>
        <translation>이 묶음들은 {settings}도 서로 다릅니다. 그래서 무엇 때문에 차이가 났는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>What the runs of a group have in common, and how many there are.</source>
        <translation>묶음에 든 실행의 공통 설정과 실행의 수입니다.</translation>
    </message>
    <message>
        <source>shares as these</source>
        <translation>이런 비율</translation>
    </message>
    <message>
        <source>the best and the worst of {n}</source>
        <translation>{n}개 중 최고와 최저</translation>
    </message>
    <message>
        <source>the filter has {count} characters; at most {most} were expected</source>
        <translation>필터가 {count}자입니다. 최대 {most}자까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>{count} of {n}</source>
        <translation>{n}개 중 {count}개</translation>
    </message>
    <message>
        <source>{name} is not known; there are {names}, and settings as files call them, such as learning_rate or seed</source>
        <translation>{name}은(는) 없는 이름입니다. {names}와(과), learning_rate나 seed처럼 파일에 적히는 설정 이름을 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>{n} diverged</source>
        <translation>발산 {n}개</translation>
    </message>
    <message>
        <source>{part}: {problem}; conditions such as score &gt; 0.9 or optimizer = adam were expected, or words, with commas between them</source>
        <translation>{part}: {problem}. score &gt; 0.9나 optimizer = adam 같은 조건이나 낱말을 쉼표로 이어 적으십시오</translation>
    </message>
    <message>
        <source>one run</source>
        <translation>실행 1개</translation>
    </message>
    <message>
        <source>{n} runs</source>
        <translation>실행 {n}개</translation>
    </message>
    <message>
        <source>&amp;Branches of a run…</source>
        <translation>실행의 갈래(&amp;B)…</translation>
    </message>
    <message>
        <source>Now their answers are typically {value} apart.</source>
        <translation>지금 두 답의 차이는 보통 {value}입니다.</translation>
    </message>
    <message>
        <source>Now they say another class on {share} of the map.</source>
        <translation>지금은 지도의 {share}에서 다른 클래스로 답합니다.</translation>
    </message>
    <message>
        <source>So far they are the same.</source>
        <translation>아직은 둘이 같습니다.</translation>
    </message>
    <message>
        <source>Their training costs have never been more than 1% apart.</source>
        <translation>훈련 비용의 차이가 1%를 넘은 적이 없습니다.</translation>
    </message>
    <message>
        <source>There the training costs are more than 1% apart: A {one}, B {other}.</source>
        <translation>거기서 훈련 비용은 A {one}, B {other}로 1% 넘게 다릅니다.</translation>
    </message>
    <message>
        <source>They part at epoch {epoch:,}.</source>
        <translation>에포크 {epoch:,}에서 갈라집니다.</translation>
    </message>
    <message>
        <source>Write both branches epoch by epoch, or what they answer and where they differ as a picture or a drawing</source>
        <translation>두 갈래를 에포크마다 한 행씩 쓰거나, 둘의 답과 차이를 그림이나 벡터 그림으로 저장합니다</translation>
    </message>
    <message>
        <source>there are no branches to compare; fork a run in the workspace “Fork” first</source>
        <translation>비교할 갈래가 없습니다. 먼저 “갈라 보기” 작업 화면에서 실행을 가르십시오</translation>
    </message>
    <message>
        <source>two branches of a run</source>
        <translation>한 실행의 두 갈래</translation>
    </message>
    <message>
        <source>{letter} diverged and stands still.</source>
        <translation>{letter}는 발산하여 멈춰 있습니다.</translation>
    </message>
    <message>
        <source>point {number:.0f} moved to ({x}, {y})</source>
        <translation>점 {number:.0f}을(를) ({x}, {y})(으)로 옮김</translation>
    </message>
    <message>
        <source>R&amp;uns…</source>
        <translation>실행 비교(&amp;U)…</translation>
    </message>
    <message>
        <source>Write a row for the present run, each pinned one and each network on the wall</source>
        <translation>지금 실행, 고정한 실행, 벽의 신경망을 한 행씩 저장합니다</translation>
    </message>
    <message>
        <source>the present run, pinned ones and the networks on the wall</source>
        <translation>지금 실행과 고정한 실행, 벽의 신경망</translation>
    </message>
    <message>
        <source>there are no runs to compare; pin one in “Runs”, or train some in the workspace “Many” first</source>
        <translation>비교할 실행이 없습니다. 먼저 “실행 비교”에서 실행을 고정하거나 작업 화면 “여럿”에서 학습하십시오</translation>
    </message>
    <message>
        <source>Change a setting</source>
        <translation>설정 바꾸기</translation>
    </message>
    <message>
        <source>Look at an example in Backprop</source>
        <translation>역전파에서 샘플 보기</translation>
    </message>
    <message>
        <source>Make updates</source>
        <translation>업데이트하기</translation>
    </message>
    <message>
        <source>Open a preset</source>
        <translation>프리셋 열기</translation>
    </message>
    <message>
        <source>Open a worked example</source>
        <translation>예제 열기</translation>
    </message>
    <message>
        <source>Reset the training</source>
        <translation>학습을 처음으로</translation>
    </message>
    <message>
        <source>Set a weight or bias</source>
        <translation>가중치나 편향 정하기</translation>
    </message>
    <message>
        <source>Set an input of the formula</source>
        <translation>식의 입력 정하기</translation>
    </message>
    <message>
        <source>Train epochs</source>
        <translation>에포크만큼 학습하기</translation>
    </message>
    <message>
        <source>What happens when the step begins, a line each, as in epochs = 5 or set.training.learning_rate = 0.5: {names}</source>
        <translation>단계가 시작될 때 할 일. 한 줄에 하나씩. 예: epochs = 5, set.training.learning_rate = 0.5 ({names})</translation>
    </message>
    <message>
        <source>{count} of {rows} {rows:row|rows} {count:lacks|lack} a value and {count:is|are} left out</source>
        <translation>{rows}행 가운데 값이 없는 {count}행을 뺐습니다</translation>
    </message>
    <message>
        <source>{name}: {dropped} of {rows} {rows:row|rows} {dropped:lacks|lack} a value and {dropped:was|were} left out.</source>
        <translation>{name}: {rows}행 가운데 {dropped}행은 값이 없어 제외했습니다.</translation>
    </message>
    <message>
        <source>{place}: {problem}; values are missing in {count} of {rows} {rows:row|rows}, which can be dropped (--missing drop)</source>
        <translation>{place}: {problem}. {rows}행 가운데 {count}행에 값이 없습니다. 그런 행은 뺄 수 있습니다(--missing drop)</translation>
    </message>
    <message>
        <source>No network has a score yet.</source>
        <translation>아직 점수가 나온 신경망이 없습니다.</translation>
    </message>
    <message>
        <source>what it says at {place} cannot be read</source>
        <translation>{place}의 내용을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>= only gives a name; a comparison such as sin(x1) &gt; x2 draws two classes</source>
        <translation>=는 이름을 붙일 뿐입니다. sin(x1) &gt; x2와 같은 비교가 두 클래스를 그립니다</translation>
    </message>
    <message>
        <source>a colon was expected</source>
        <translation>콜론이 있어야 합니다</translation>
    </message>
    <message>
        <source>a comma or ] was expected</source>
        <translation>쉼표나 ]가 있어야 합니다</translation>
    </message>
    <message>
        <source>a comma or }} was expected</source>
        <translation>쉼표나 }}가 있어야 합니다</translation>
    </message>
    <message>
        <source>a comma stands before ]</source>
        <translation>] 앞에 쉼표가 있습니다</translation>
    </message>
    <message>
        <source>a comma stands before }}</source>
        <translation>}} 앞에 쉼표가 있습니다</translation>
    </message>
    <message>
        <source>a key in double quotes was expected</source>
        <translation>큰따옴표로 묶은 키가 있어야 합니다</translation>
    </message>
    <message>
        <source>a number is not written like this</source>
        <translation>수는 이렇게 쓰지 않습니다</translation>
    </message>
    <message>
        <source>a part of the path is no folder</source>
        <translation>경로의 일부가 폴더가 아닙니다</translation>
    </message>
    <message>
        <source>access is not allowed</source>
        <translation>접근이 허용되지 않습니다</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>no such character may follow a backslash</source>
        <translation>역슬래시 뒤에 올 수 없는 글자입니다</translation>
    </message>
    <message>
        <source>no such file or folder</source>
        <translation>그런 파일이나 폴더가 없습니다</translation>
    </message>
    <message>
        <source>nobody reads it any more</source>
        <translation>더는 읽는 쪽이 없습니다</translation>
    </message>
    <message>
        <source>nothing can be written there</source>
        <translation>그곳에는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>nothing is typed; expected a formula of x1, x2 … such as sin(x1) &gt; x2</source>
        <translation>입력한 것이 없습니다. sin(x1) &gt; x2처럼 x1, x2 …의 수식이어야 합니다</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>the end of the text was expected</source>
        <translation>여기서 글이 끝나야 합니다</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 깁니다</translation>
    </message>
    <message>
        <source>there is no room left for you on the disk</source>
        <translation>디스크에 사용할 수 있는 공간이 없습니다</translation>
    </message>
    <message>
        <source>this character cannot stand here</source>
        <translation>이 글자는 여기에 올 수 없습니다</translation>
    </message>
    <message>
        <source>{file}: its compression is damaged; get it anew</source>
        <translation>{file}: 압축이 손상되었습니다. 파일을 다시 받으십시오</translation>
    </message>
    <message>
        <source>{file}: no file can have this name; choose another</source>
        <translation>{file}: 이런 이름의 파일은 만들 수 없습니다. 다른 이름을 고르십시오</translation>
    </message>
    <message>
        <source>{folder}: no session ({suffix}) in it; choose the folder with the students&apos; files</source>
        <translation>{folder}: 세션({suffix})이 없습니다. 학생들의 파일이 든 폴더를 고르십시오</translation>
    </message>
    <message>
        <source>{out}: --content {content} is not for a {ending} file; one of {contents} was expected</source>
        <translation>{out}: --content {content}은(는) {ending} 파일에 쓸 수 없습니다. {contents} 중에서 고르십시오</translation>
    </message>
    <message>
        <source>{out}: a {ending} file takes no --content; leave it out</source>
        <translation>{out}: {ending} 파일에는 --content를 쓸 수 없습니다. 빼십시오</translation>
    </message>
    <message>
        <source>{text}: neither a preset nor a file, nor a formula of x1, x2 …; one such as &apos;sin(x1) &gt; x2&apos; was expected</source>
        <translation>{text}: 프리셋도 파일도 아니고, x1, x2 …의 수식도 아닙니다. &apos;sin(x1) &gt; x2&apos;와 같은 수식이어야 합니다</translation>
    </message>
    <message>
        <source>{where}: damaged, or not an .npz file; take another copy</source>
        <translation>{where}: 손상되었거나 .npz 파일이 아닙니다. 다른 사본을 사용하십시오</translation>
    </message>
    <message>
        <source>{where}: schema_version: {version} was written by a newer version of the program; this one reads up to {current}; open it with a newer one</source>
        <translation>{where}: schema_version: {version}은(는) 더 새로운 버전의 프로그램이 쓴 것입니다. 이 프로그램은 {current}까지 읽습니다. 새 버전에서 여십시오</translation>
    </message>
    <message>
        <source>{where}: session_version: {version} was written by a newer version of the program; this one reads up to {session_version}; open it with a newer one</source>
        <translation>{where}: session_version: {version}은(는) 더 새로운 버전의 프로그램이 쓴 것입니다. 이 프로그램은 {session_version}까지 읽습니다. 새 버전에서 여십시오</translation>
    </message>
    <message>
        <source>{where}: {member} inside is no array of {kind}; choose another file</source>
        <translation>{where}: 안에 있는 {member}은(는) {kind}의 배열이 아닙니다. 다른 파일을 고르십시오</translation>
    </message>
    <message>
        <source>{where}: {path}: {text} is no list as JSON has it; text inside stands in double quotes, as in [&quot;x1&quot;, &quot;sin(x1)&quot;]</source>
        <translation>{where}: {path}: {text}은(는) JSON 목록이 아닙니다. 안의 글은 [&quot;x1&quot;, &quot;sin(x1)&quot;]처럼 큰따옴표로 묶습니다</translation>
    </message>
    <message>
        <source>No setting explains that.</source>
        <translation>설정 때문에 생긴 차이는 아닙니다.</translation>
    </message>
    <message>
        <source>Enter or a double click lists its runs.</source>
        <translation>Enter 키나 두 번 클릭으로 묶음의 실행을 나열합니다.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>저장 안 함</translation>
    </message>
    <message>
        <source>there is no {name} here; {known}</source>
        <translation>여기에는 {name}이(가) 없습니다. {known}</translation>
    </message>
    <message>
        <source>whole numbers from 1 to {most} were expected</source>
        <translation>1 이상 {most} 이하의 정수여야 합니다</translation>
    </message>
    <message>
        <source>{name} is not known; {known}</source>
        <translation>{name}은(는) 알 수 없습니다. {known}</translation>
    </message>
    <message>
        <source>A tab of it, or what stands beside it</source>
        <translation>그 안의 탭, 또는 그 옆에 있는 것</translation>
    </message>
    <message>
        <source>a question of the kind {kind} has none; remove it</source>
        <translation>{kind} 종류의 문제에는 없는 키입니다. 지우십시오</translation>
    </message>
    <message>
        <source>a worked example of the chain rule has none; remove it</source>
        <translation>연쇄 법칙 예제에는 없는 키입니다. 지우십시오</translation>
    </message>
    <message>
        <source>data.source: a lesson opens no file but its start; name an experiment with these data there</source>
        <translation>data.source: 레슨은 시작 파일 말고 다른 파일을 열지 않습니다. 이 데이터를 쓰는 실험을 start에 적으십시오</translation>
    </message>
    <message>
        <source>every answer is right here; ask for something else</source>
        <translation>여기서는 모든 답이 맞습니다. 다른 것을 물으십시오</translation>
    </message>
    <message>
        <source>show.phase: there is no {phase} here; {known}</source>
        <translation>show.phase: 여기에는 {phase}이(가) 없습니다. {known}</translation>
    </message>
    <message>
        <source>there is no goal that it could reach; remove it, or add until</source>
        <translation>이르려는 목표가 없습니다. 지우거나 until을 추가하십시오</translation>
    </message>
    <message>
        <source>{file}: start: {problem}</source>
        <translation>{file}: 시작: {problem}</translation>
    </message>
    <message>
        <source>A change draws new weights; Undo brings the old ones back.</source>
        <translation>바꾸면 가중치를 새로 뽑습니다. 실행을 취소하면 이전 가중치로 돌아갑니다.</translation>
    </message>
    <message>
        <source>A change rebuilds the first layer.</source>
        <translation>바꾸면 첫 층을 새로 만듭니다.</translation>
    </message>
    <message>
        <source>A change rebuilds the layers beside it.</source>
        <translation>바꾸면 양옆의 층을 새로 만듭니다.</translation>
    </message>
    <message>
        <source>A change rebuilds the network in the other precision.</source>
        <translation>바꾸면 신경망을 다른 정밀도로 새로 만듭니다.</translation>
    </message>
    <message>
        <source>A little (0.5% of the axes)</source>
        <translation>조금 (축의 0.5%)</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>정확도, %</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>다시</translation>
    </message>
    <message>
        <source>Along each path the local derivatives multiply; the paths add up.</source>
        <translation>경로마다 국소 도함수를 곱하고, 모든 경로를 더합니다.</translation>
    </message>
    <message>
        <source>An outer product: for each example, the gradient of every sum of this layer times every input of the layer; then the mean. So the program itself computes it.</source>
        <translation>외적입니다. 샘플마다 이 층의 모든 가중합의 그래디언트에 층의 모든 입력을 곱하고 평균을 냅니다. 프로그램도 이렇게 계산합니다.</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>붓</translation>
    </message>
    <message>
        <source>Click for a point of the chosen class, drag to spray many.</source>
        <translation>클릭하면 고른 클래스의 점을 찍고, 끌면 여러 점을 뿌립니다.</translation>
    </message>
    <message>
        <source>Click or drag to draw · right button erases</source>
        <translation>클릭하거나 끌어 그리기 · 오른쪽 버튼으로 지우기</translation>
    </message>
    <message>
        <source>Click or drag to erase points</source>
        <translation>클릭하거나 끌어 점 지우기</translation>
    </message>
    <message>
        <source>Drag a point somewhere else · right button erases</source>
        <translation>점을 끌어 옮기기 · 오른쪽 버튼으로 지우기</translation>
    </message>
    <message>
        <source>Drag a point somewhere else.</source>
        <translation>점을 다른 곳으로 끌어 옮깁니다.</translation>
    </message>
    <message>
        <source>Each layer&apos;s largest value gets the strongest colour.</source>
        <translation>층마다 그 층에서 가장 큰 값에 가장 진한 색을 줍니다.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Every point is a pair of values for the two weights. The path is the training so far, seen from here: the other weights moved too.</source>
        <translation>점마다 두 가중치의 값 한 쌍입니다. 경로는 지금까지의 학습을 이 평면에서 본 모습이며, 실제로는 다른 가중치도 움직였습니다.</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>From exactly these weights and the next mini-batch, each on a copy: the session stays where it is. The map is the plane nearest to all steps, each counted the same; “in plane” is the part of a step&apos;s length that lies in it. The updates that follow see the same mini-batches.</source>
        <translation>모두 바로 이 가중치와 다음 미니배치에서 복사본으로 출발하며, 세션은 그대로 있습니다. 지도는 모든 스텝을 똑같이 쳐서 그에 가장 가까운 평면이고, ‘평면 안’은 스텝의 길이 가운데 그 평면에 놓인 몫입니다. 이어지는 업데이트도 같은 미니배치를 봅니다.</translation>
    </message>
    <message>
        <source>Kronecker form</source>
        <translation>크로네커 꼴</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 스텝</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Noticeably (1.5%)</source>
        <translation>눈에 띄게 (1.5%)</translation>
    </message>
    <message>
        <source>One weight</source>
        <translation>가중치 하나</translation>
    </message>
    <message>
        <source>Outer product</source>
        <translation>외적</translation>
    </message>
    <message>
        <source>Plot the cost on training and test data, and the penalty.</source>
        <translation>훈련 데이터와 테스트 데이터의 비용, 그리고 규제 항을 그립니다.</translation>
    </message>
    <message>
        <source>Plot the share of examples that are classified rightly.</source>
        <translation>올바르게 분류된 예제의 비율을 그립니다.</translation>
    </message>
    <message>
        <source>Plot ‖dW, db‖, the norm of each layer&apos;s gradient.</source>
        <translation>층마다 그래디언트의 노름 ‖dW, db‖를 그립니다.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>무작위 방향</translation>
    </message>
    <message>
        <source>Remove the points under the circle; the right mouse button does it too.</source>
        <translation>원 안의 점을 지웁니다. 마우스 오른쪽 버튼으로도 지웁니다.</translation>
    </message>
    <message>
        <source>Show W | b: every weight and bias as it is now.</source>
        <translation>W | b를 보입니다. 모든 가중치와 편향의 지금 값입니다.</translation>
    </message>
    <message>
        <source>Show dW | db: how the cost of the last update&apos;s examples changed with each weight and bias, before that update.</source>
        <translation>dW | db를 표시합니다. 마지막 업데이트의 샘플에 대한 비용이 그 업데이트 전에 가중치와 편향마다 어떻게 변했는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Show what the last update used: dW and what the penalties add to it, λ₂W and λ₁sign(W), which db has not; with clipping, dW_c and db_c.</source>
        <translation>마지막 업데이트가 쓴 것을 표시합니다: dW와 규제가 더하는 λ₂W, λ₁sign(W)이며 db에는 규제가 없습니다. 자르기를 쓰면 dW_c와 db_c입니다.</translation>
    </message>
    <message>
        <source>Show ΔW | Δb: what the last update added to each weight and bias.</source>
        <translation>ΔW | Δb를 보입니다. 마지막 업데이트가 가중치와 편향에 더한 값입니다.</translation>
    </message>
    <message>
        <source>Strongly (4%)</source>
        <translation>많이 (4%)</translation>
    </message>
    <message>
        <source>Sum over paths</source>
        <translation>경로의 합</translation>
    </message>
    <message>
        <source>The activations A became infinite</source>
        <translation>활성값 A가 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The cost against one weight, all others as they are.</source>
        <translation>다른 가중치는 그대로 두고 한 가중치에 따른 비용을 봅니다.</translation>
    </message>
    <message>
        <source>The cost became infinite</source>
        <translation>비용이 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The cost over the two directions in which the training has moved the weights most.</source>
        <translation>학습이 가중치를 가장 많이 옮긴 두 방향에 따른 비용을 봅니다.</translation>
    </message>
    <message>
        <source>The cost over two random directions, each as long in a neuron as its weights.</source>
        <translation>두 무작위 방향에 따른 비용을 봅니다. 방향의 길이는 뉴런마다 그 가중치의 길이와 같습니다.</translation>
    </message>
    <message>
        <source>The cost over two weights, all others as they are.</source>
        <translation>다른 가중치는 그대로 두고 두 가중치에 따른 비용을 봅니다.</translation>
    </message>
    <message>
        <source>The exact cost of all training examples for every value of this weight. Backpropagation knows only the slope at the dot; a step goes against it.</source>
        <translation>이 가중치의 값마다 모든 훈련 샘플의 비용을 정확히 계산했습니다. 역전파가 아는 것은 점에서의 기울기뿐이며, 업데이트는 기울기와 반대쪽으로 갑니다.</translation>
    </message>
    <message>
        <source>The first two principal components of the path that all weights took in training. The weights as they are lie at (0, 0).</source>
        <translation>모든 가중치가 학습 중에 지나온 경로의 첫째와 둘째 주성분입니다. 지금 가중치는 (0, 0)에 있습니다.</translation>
    </message>
    <message>
        <source>The gradients dW became infinite</source>
        <translation>그래디언트 dW가 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The gradients dZ became infinite</source>
        <translation>그래디언트 dZ가 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The value typed beside it gets the strongest colour, at all times.</source>
        <translation>옆에 입력한 값에 언제나 가장 진한 색을 줍니다.</translation>
    </message>
    <message>
        <source>The weighted sums Z became infinite</source>
        <translation>가중합 Z가 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The weights as they are lie at (0, 0). Each neuron&apos;s part of a direction is as long as its weights (filter normalization, Li et al. 2018); biases stay as they are.</source>
        <translation>지금 가중치는 (0, 0)에 있습니다. 방향에서 각 뉴런의 몫은 그 가중치와 길이가 같고(필터 정규화, Li et al. 2018), 편향은 그대로입니다.</translation>
    </message>
    <message>
        <source>The weights became infinite</source>
        <translation>가중치가 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The whole network&apos;s largest value gets the strongest colour.</source>
        <translation>신경망 전체에서 가장 큰 값에 가장 진한 색을 줍니다.</translation>
    </message>
    <message>
        <source>Trajectory</source>
        <translation>학습 경로</translation>
    </message>
    <message>
        <source>Two weights</source>
        <translation>가중치 둘</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Where SGD, Momentum, Adam and the others would go from these weights and this batch.</source>
        <translation>지금 가중치와 이 미니배치에서 SGD, 모멘텀, Adam 등이 각각 어디로 가는지 봅니다.</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>층별</translation>
    </message>
    <message>
        <source>dW + λW</source>
        <translation>dW + λW</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>network</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>규제 항</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>vec stacks the columns of a matrix; unvec brings them back into its shape.</source>
        <translation>vec는 행렬의 열을 위아래로 쌓고, unvec는 그것을 원래 모양으로 되돌립니다.</translation>
    </message>
    <message>
        <source>vec stacks the rows of a matrix; unvec brings them back into its shape.</source>
        <translation>vec는 행렬의 행을 차례로 이어 한 열로 쌓고, unvec는 그것을 원래 모양으로 되돌립니다.</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>종이에서</translation>
    </message>
    <message>
        <source>On worksheets, in place of the text that speaks of the window</source>
        <translation>문제지에서, 창을 두고 하는 말 대신 쓰는 글</translation>
    </message>
    <message>
        <source>{value} is not allowed; {expected} was expected</source>
        <translation>{value}은(는) 쓸 수 없습니다. {expected}이어야(여야) 합니다</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>달라지는 것</translation>
    </message>
    <message>
        <source>With {counts} ({goal} or better).</source>
        <translation>{counts}. {goal} 기준을 만족하면 푼 것으로 봅니다.</translation>
    </message>
    <message>
        <source>With {setting} against {other}: {numbers}.</source>
        <translation>{setting}와(과) {other}의 결과는 {numbers}입니다.</translation>
    </message>
    <message>
        <source>Where it goes: x₁.</source>
        <translation>옮길 곳의 x₁입니다.</translation>
    </message>
    <message>
        <source>Where it goes: x₂.</source>
        <translation>옮길 곳의 x₂입니다.</translation>
    </message>
    <message>
        <source>to x₁</source>
        <translation>옮길 x₁</translation>
    </message>
    <message>
        <source>to x₂</source>
        <translation>옮길 x₂</translation>
    </message>
    <message>
        <source>the lesson was left to explore freely; go back to it first</source>
        <translation>자유롭게 살펴보는 중입니다. 먼저 레슨으로 돌아가십시오</translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>The example&apos;s number in its part of the data, from 1.</source>
        <translation>데이터의 해당 부분에서 샘플의 번호이며 1부터 셉니다.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Training examples are learned from, test examples only looked at.</source>
        <translation>훈련 샘플로는 학습하고, 테스트 샘플은 보기만 합니다.</translation>
    </message>
    <message>
        <source>True</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>The class that the data say the example has.</source>
        <translation>데이터에 적힌 샘플의 클래스입니다.</translation>
    </message>
    <message>
        <source>The value that the data give for the example.</source>
        <translation>데이터에 적힌 샘플의 값입니다.</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>The class that the network gives it; ✗ marks a wrong one.</source>
        <translation>신경망이 답한 클래스입니다. 틀린 것에는 ✗를 붙입니다.</translation>
    </message>
    <message>
        <source>The network&apos;s output.</source>
        <translation>신경망의 출력입니다.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>확신도</translation>
    </message>
    <message>
        <source>The output for the predicted class, from no (0%) to yes (100%): how sure the network is.</source>
        <translation>예측한 클래스의 출력입니다. 아니요(0%)부터 예(100%)까지 신경망이 얼마나 확신하는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>True minus predicted: what the network leaves unexplained.</source>
        <translation>실제값에서 예측값을 뺀 값으로, 신경망이 설명하지 못한 부분입니다.</translation>
    </message>
    <message>
        <source>The input {name}, as the data have it.</source>
        <translation>데이터에 적힌 입력 {name}의 값입니다.</translation>
    </message>
    <message>
        <source>{wrong} of {total} examples are wrong</source>
        <translation>샘플 {total}개 중 {wrong}개가 틀렸습니다</translation>
    </message>
    <message>
        <source>{wrong} of {total} training examples are wrong</source>
        <translation>훈련 샘플 {total}개 중 {wrong}개가 틀렸습니다</translation>
    </message>
    <message>
        <source>{wrong} of {total} test examples are wrong</source>
        <translation>테스트 샘플 {total}개 중 {wrong}개가 틀렸습니다</translation>
    </message>
    <message>
        <source>One of {total} examples is wrong</source>
        <translation>샘플 {total}개 중 1개가 틀렸습니다</translation>
    </message>
    <message>
        <source>One of {total} training examples is wrong</source>
        <translation>훈련 샘플 {total}개 중 1개가 틀렸습니다</translation>
    </message>
    <message>
        <source>One of {total} test examples is wrong</source>
        <translation>테스트 샘플 {total}개 중 1개가 틀렸습니다</translation>
    </message>
    <message>
        <source>All {total} examples are right.</source>
        <translation>샘플 {total}개가 모두 맞습니다.</translation>
    </message>
    <message>
        <source>All {total} training examples are right.</source>
        <translation>훈련 샘플 {total}개가 모두 맞습니다.</translation>
    </message>
    <message>
        <source>All {total} test examples are right.</source>
        <translation>테스트 샘플 {total}개가 모두 맞습니다.</translation>
    </message>
    <message>
        <source>Predictions are off by {error} on average</source>
        <translation>예측이 평균 {error}만큼 빗나갑니다</translation>
    </message>
    <message>
        <source>Predictions for training examples are off by {error} on average</source>
        <translation>훈련 샘플의 예측이 평균 {error}만큼 빗나갑니다</translation>
    </message>
    <message>
        <source>Predictions for test examples are off by {error} on average</source>
        <translation>테스트 샘플의 예측이 평균 {error}만큼 빗나갑니다</translation>
    </message>
    <message>
        <source>{wrong}: {true} is taken for {predicted}.</source>
        <translation>{wrong}. {true}을(를) {predicted}(으)로 잘못 보았습니다.</translation>
    </message>
    <message>
        <source>{wrong}; most often {true} is taken for {predicted} ({count} times).</source>
        <translation>{wrong}. {true}을(를) {predicted}(으)로 잘못 본 경우({count}회)가 가장 많습니다.</translation>
    </message>
    <message>
        <source>{wrong}, no two of them in the same way.</source>
        <translation>{wrong}. 같은 실수는 하나도 없습니다.</translation>
    </message>
    <message>
        <source>{off}; they explain {share} of the variation.</source>
        <translation>{off}. 변동의 {share}를 설명합니다.</translation>
    </message>
    <message>
        <source>{off}: no better than always saying the mean.</source>
        <translation>{off}. 늘 평균으로 답하는 것보다 낫지 않습니다.</translation>
    </message>
    <message>
        <source>{off}. R² is not defined: the true values are all the same, with nothing to explain.</source>
        <translation>{off}. 실제값이 모두 같아 설명할 변동이 없으므로 R²가 정의되지 않습니다.</translation>
    </message>
    <message>
        <source>Predictions are too large to be told as numbers.</source>
        <translation>예측이 너무 커서 수로 나타낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Not trained yet: {sentence}</source>
        <translation>아직 학습 전: {sentence}</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>The cost of this example alone; the cost of the data is the mean over its examples.</source>
        <translation>이 샘플 하나의 비용입니다. 데이터의 비용은 샘플들의 평균입니다.</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>From {low} ({off}) to {high}.</source>
        <translation>범위는 {low}({off}) ~ {high}입니다.</translation>
    </message>
    <message>
        <source>From {low} to {high}.</source>
        <translation>범위는 {low} ~ {high}입니다.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>How many examples are drawn, training and test examples together.</source>
        <translation>훈련 샘플과 테스트 샘플을 더해 몇 개를 뽑을지 정합니다.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>Training share</source>
        <translation>훈련 샘플 비율</translation>
    </message>
    <message>
        <source>The share of the examples to learn from; the others test what was learned.</source>
        <translation>학습에 쓸 샘플의 비율입니다. 나머지로 배운 것을 시험합니다.</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>데이터 시드</translation>
    </message>
    <message>
        <source>The number the random examples start from: the same seed draws the same examples.</source>
        <translation>샘플을 무작위로 뽑을 때 출발점이 되는 수입니다. 시드가 같으면 같은 샘플이 나옵니다.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>What the network sees of an example: formulas in the inputs x1, x2 and so on.</source>
        <translation>신경망이 샘플에서 보는 것입니다. 입력 x1, x2 등으로 만든 수식입니다.</translation>
    </message>
    <message>
        <source>Standardize</source>
        <translation>표준화</translation>
    </message>
    <message>
        <source>Whether every feature is shifted to mean 0 and scaled to spread 1 before the network sees it.</source>
        <translation>신경망이 보기 전에 모든 특성을 평균 0, 표준편차 1로 맞출지 정합니다.</translation>
    </message>
    <message>
        <source>Standardize targets</source>
        <translation>정답 표준화</translation>
    </message>
    <message>
        <source>Whether the network learns the numbers to predict at mean 0 and spread 1. What you see of them stays in your own unit; only costs and gradients are of the standardized numbers.</source>
        <translation>예측할 수를 평균 0, 표준편차 1로 바꾸어 학습할지 정합니다. 화면에는 원래 단위로 나오고, 비용과 그래디언트만 표준화한 수로 계산합니다.</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>The layers between the features and the output, in order.</source>
        <translation>특성과 출력 사이의 층을 차례대로 나열합니다.</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>뉴런 수</translation>
    </message>
    <message>
        <source>How many neurons this layer has.</source>
        <translation>이 층에 뉴런이 몇 개 있는지 정합니다.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>The function that each neuron of this layer applies to its weighted sum.</source>
        <translation>이 층의 뉴런이 저마다 가중합에 적용하는 함수입니다.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Passes its input on unchanged: the output layer of a regression.</source>
        <translation>입력을 그대로 내보냅니다. 회귀의 출력층에 씁니다.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Squeezes any number into 0 … 1: a probability on the output layer.</source>
        <translation>어떤 수든 0 … 1 사이로 눌러 담습니다. 출력층에서는 확률이 됩니다.</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Squeezes any number into −1 … 1, symmetric around zero.</source>
        <translation>어떤 수든 −1 … 1 사이로 눌러 담으며, 0을 중심으로 대칭입니다.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Passes positive numbers on and blocks negative ones.</source>
        <translation>양수는 그대로 통과시키고 음수는 막습니다.</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Like ReLU above zero; below, it bends smoothly towards −1.</source>
        <translation>0보다 크면 ReLU와 같고, 0보다 작으면 −1을 향해 부드럽게 휩니다.</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>A ReLU with its corner rounded off.</source>
        <translation>꺾인 모서리를 둥글게 다듬은 ReLU입니다.</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Weights its input by how large it is among normal numbers: used in many language models.</source>
        <translation>정규분포에서 입력이 얼마나 큰 편인지를 입력에 곱합니다. 여러 언어 모델에 쓰입니다.</translation>
    </message>
    <message>
        <source>Swish</source>
        <translation>Swish</translation>
    </message>
    <message>
        <source>Its input times the sigmoid of its input: smooth, with a small dip below zero.</source>
        <translation>입력에 그 입력의 시그모이드를 곱합니다. 부드럽고, 0 아래에서 살짝 파입니다.</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>사인</translation>
    </message>
    <message>
        <source>Unit step</source>
        <translation>단위 계단</translation>
    </message>
    <message>
        <source>Fires or does not: the first artificial neurons. Its slope is 0 everywhere, so no gradient comes through: weights below it never learn.</source>
        <translation>켜지거나 꺼집니다. 최초의 인공 뉴런입니다. 어디서나 기울기가 0이라 그래디언트가 통과하지 못하므로 그 아래의 가중치는 배우지 못합니다.</translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation>출력 활성화 함수</translation>
    </message>
    <message>
        <source>The function of the last layer: it decides which values the network can answer with.</source>
        <translation>마지막 층의 함수입니다. 신경망이 어떤 값으로 답할 수 있는지를 정합니다.</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Turns the outputs into probabilities that add up to one: several classes.</source>
        <translation>출력을 합이 1인 확률로 바꿉니다. 클래스가 여럿일 때 씁니다.</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>How the weights are drawn before the first update.</source>
        <translation>첫 업데이트 전에 가중치를 뽑는 방법입니다.</translation>
    </message>
    <message>
        <source>Xavier (uniform)</source>
        <translation>Xavier (균등분포)</translation>
    </message>
    <message>
        <source>He (normal)</source>
        <translation>He (정규분포)</translation>
    </message>
    <message>
        <source>LeCun (uniform)</source>
        <translation>LeCun (균등분포)</translation>
    </message>
    <message>
        <source>Normal / √n</source>
        <translation>정규분포 / √n</translation>
    </message>
    <message>
        <source>Standard normal numbers divided by the square root of the number of inputs.</source>
        <translation>표준정규분포에서 뽑은 수를 입력 개수의 제곱근으로 나눕니다.</translation>
    </message>
    <message>
        <source>Standard normal</source>
        <translation>표준정규분포</translation>
    </message>
    <message>
        <source>Standard normal weights and biases: lively for small sigmoid networks, too large for deep ones.</source>
        <translation>가중치와 편향을 표준정규분포에서 뽑습니다. 작은 시그모이드 신경망에는 활기를 주지만, 깊은 신경망에는 너무 큽니다.</translation>
    </message>
    <message>
        <source>0.01 · normal</source>
        <translation>0.01 · 정규분포</translation>
    </message>
    <message>
        <source>Tiny weights: a common first idea, and a bad one for deep networks.</source>
        <translation>아주 작은 가중치입니다. 흔히 처음 떠올리는 방법이지만 깊은 신경망에는 좋지 않습니다.</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The number the random weights and the shuffling start from: the same seed trains the same way.</source>
        <translation>가중치를 뽑고 샘플을 섞을 때 출발점이 되는 수입니다. 시드가 같으면 학습도 똑같이 진행됩니다.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>How many digits every number of the network is kept with.</source>
        <translation>신경망의 모든 수를 몇 자리까지 담을지 정합니다.</translation>
    </message>
    <message>
        <source>Double precision</source>
        <translation>배정밀도</translation>
    </message>
    <message>
        <source>Single precision</source>
        <translation>단정밀도</translation>
    </message>
    <message>
        <source>About 7 decimal digits in 4 bytes: what graphics cards use.</source>
        <translation>4바이트에 십진수 약 7자리를 담습니다. 그래픽 카드가 쓰는 방식입니다.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>What training makes small: how far the outputs are from the targets.</source>
        <translation>학습이 줄이려는 값입니다. 출력이 정답에서 얼마나 먼지를 나타냅니다.</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>The mean squared distance between output and target.</source>
        <translation>출력과 정답 사이 거리의 제곱을 평균한 값입니다.</translation>
    </message>
    <message>
        <source>Half squared error</source>
        <translation>½ 제곱 오차</translation>
    </message>
    <message>
        <source>Half the mean squared distance, so that its derivative is just the difference.</source>
        <translation>거리의 제곱을 평균한 값의 절반입니다. 미분하면 출력과 정답의 차이만 남습니다.</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>How surprised the predicted class probabilities are by the true class.</source>
        <translation>예측한 클래스별 확률에 비추어 실제 클래스가 얼마나 뜻밖인지를 나타냅니다.</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>절대 오차</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>후버</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>The rule that turns a gradient into a step.</source>
        <translation>그래디언트로 한 스텝을 정하는 규칙입니다.</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Steps straight down the slope of the mini-batch.</source>
        <translation>미니배치에서 구한 기울기를 따라 곧장 내려갑니다.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>A ball that keeps nine tenths of its speed: rolls through small bumps.</source>
        <translation>속도의 9할을 유지하며 구르는 공과 같습니다. 작은 요철은 그냥 지나갑니다.</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>네스테로프</translation>
    </message>
    <message>
        <source>Momentum that looks a step ahead before it turns.</source>
        <translation>한 스텝 앞을 내다보고 방향을 바꾸는 모멘텀입니다.</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Divides each gradient by its recent size, so that all weights move at a similar pace.</source>
        <translation>그래디언트를 저마다 최근의 크기로 나누어, 모든 가중치가 비슷한 빠르기로 움직이게 합니다.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Momentum and RMSProp together, corrected for their slow start.</source>
        <translation>모멘텀과 RMSProp을 합치고, 느린 출발을 보정했습니다.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam that also shrinks every weight and bias a little at each step, apart from the gradient: an L2 penalty would be divided by Adam&apos;s own scale.</source>
        <translation>그래디언트와 별도로 매 스텝 모든 가중치와 편향을 조금씩 줄이는 Adam입니다. L2 규제라면 Adam 자신의 척도로 나뉘어 버립니다.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Rate schedule</source>
        <translation>학습률 일정</translation>
    </message>
    <message>
        <source>How the learning rate changes while training goes on; the rate in effect stands at the lower edge.</source>
        <translation>학습이 진행되는 동안 학습률이 어떻게 바뀌는지 정합니다. 지금 쓰이는 학습률은 아래쪽 줄에 나옵니다.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>The same rate from the first update to the last.</source>
        <translation>처음부터 끝까지 같은 학습률입니다.</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>계단식</translation>
    </message>
    <message>
        <source>Long steps first; every so many epochs the rate is multiplied by the share.</source>
        <translation>처음에는 크게 걷고, 정한 에포크마다 학습률에 비율을 곱합니다.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>Falls slowly, then fast, then slowly again to a share of the rate, and stays there.</source>
        <translation>천천히, 빠르게, 다시 천천히 줄어 학습률의 정한 비율에 이르고 거기에 머뭅니다.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>예열</translation>
    </message>
    <message>
        <source>Begins with a share of the rate and rises to it, while the first gradients are still wild.</source>
        <translation>처음 그래디언트가 아직 거친 동안 학습률의 일부로 시작해 학습률까지 올라갑니다.</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>한 주기</translation>
    </message>
    <message>
        <source>Up to the rate in three tenths of the time, then down to almost nothing, both along a cosine.</source>
        <translation>전체의 3/10 동안 학습률까지 올라갔다가 거의 0까지 내려갑니다. 둘 다 코사인을 따릅니다.</translation>
    </message>
    <message>
        <source>Schedule length</source>
        <translation>일정의 길이</translation>
    </message>
    <message>
        <source>How many epochs the schedule takes, or the step between two changes.</source>
        <translation>일정이 걸리는 에포크 수, 또는 두 변화 사이의 에포크 수입니다.</translation>
    </message>
    <message>
        <source>Schedule share</source>
        <translation>일정의 비율</translation>
    </message>
    <message>
        <source>The share of the learning rate that the schedule begins or ends with, or multiplies it by.</source>
        <translation>일정이 시작하거나 끝나는, 또는 곱하는 학습률의 비율입니다.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>The share of itself, times the learning rate, that every weight and bias loses at each update of AdamW, apart from the gradient.</source>
        <translation>AdamW의 업데이트마다 모든 가중치와 편향이 그래디언트와 별도로 잃는, 자기 자신에 대한 비율입니다. 학습률을 곱합니다.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>그래디언트 자르기</translation>
    </message>
    <message>
        <source>The longest that the gradient of all weights and biases together may be: a longer one is shortened to this length and keeps its direction.</source>
        <translation>모든 가중치와 편향의 그래디언트를 합한 길이의 최댓값입니다. 더 길면 방향은 그대로 두고 이 길이로 줄입니다.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>The share of hidden neurons that every example of an update does without, chosen anew each time; those that stay count for more instead. Never when the network is judged or used.</source>
        <translation>업데이트할 때 샘플마다 매번 새로 골라 빼는 은닉 뉴런의 비율입니다. 남은 뉴런은 그만큼 크게 셉니다. 신경망을 평가하거나 쓸 때는 빼지 않습니다.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>How many times training from the command line goes through all the training examples.</source>
        <translation>명령줄에서 학습할 때 모든 훈련 샘플을 몇 번 거칠지 정합니다.</translation>
    </message>
    <message>
        <source>Stop at this many epochs</source>
        <translation>에포크 도달 시 종료</translation>
    </message>
    <message>
        <source>Whether a run in the window pauses when it has gone through the examples that many times.</source>
        <translation>창에서 학습할 때 샘플을 그만큼 거치면 일시 정지할지 정합니다.</translation>
    </message>
    <message>
        <source>Target cost</source>
        <translation>목표 비용</translation>
    </message>
    <message>
        <source>Training pauses when the training cost has come down to this.</source>
        <translation>훈련 비용이 이 값까지 내려가면 학습을 일시 정지합니다.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>조기 종료 대기(patience)</translation>
    </message>
    <message>
        <source>XOR truth table</source>
        <translation>XOR 진리표</translation>
    </message>
    <message>
        <source>The four rows of the truth table of exclusive or: 1 when exactly one input is 1.</source>
        <translation>배타적 논리합 진리표의 네 줄입니다. 입력 가운데 하나만 1일 때 1입니다.</translation>
    </message>
    <message>
        <source>XOR quadrants</source>
        <translation>XOR 사분면</translation>
    </message>
    <message>
        <source>Two classes in opposite quadrants: class 1 where the signs of the inputs differ.</source>
        <translation>마주 보는 사분면끼리 같은 클래스입니다. 두 입력의 부호가 다르면 클래스 1입니다.</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>원과 고리</translation>
    </message>
    <message>
        <source>A disc of class 1 surrounded by a ring of class 0.</source>
        <translation>클래스 1인 원판을 클래스 0인 고리가 둘러쌉니다.</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>두 점구름</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Two spiral arms wound into each other, the hardest of the classic problems in the plane.</source>
        <translation>서로 감긴 두 나선으로, 평면의 고전적인 문제 가운데 가장 어렵습니다.</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>반달</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other without touching.</source>
        <translation>서로 맞물리지만 닿지 않는 두 반원입니다.</translation>
    </message>
    <message>
        <source>Three spirals</source>
        <translation>세 나선</translation>
    </message>
    <message>
        <source>Three spiral arms, one class each.</source>
        <translation>세 나선이 저마다 한 클래스입니다.</translation>
    </message>
    <message>
        <source>Four clouds</source>
        <translation>네 점구름</translation>
    </message>
    <message>
        <source>Four normal clouds of points, one class each.</source>
        <translation>정규분포를 따르는 네 점구름이 저마다 한 클래스입니다.</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>A value that grows evenly along the diagonal: one linear neuron can learn it.</source>
        <translation>대각선을 따라 고르게 커지는 값입니다. 선형 뉴런 하나로도 배울 수 있습니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each value&apos;s move, as a fraction of the largest value.</source>
        <translation>값이 움직이는 크기의 표준편차를 가장 큰 값에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Bumps</source>
        <translation>언덕</translation>
    </message>
    <message>
        <source>Six hills and hollows over the plane.</source>
        <translation>평면 위의 언덕과 웅덩이 여섯 개입니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each value&apos;s move, as a fraction of a bump&apos;s height.</source>
        <translation>값이 움직이는 크기의 표준편차를 언덕의 높이에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>A sine wave of nearly two periods: a curve to fit from one input.</source>
        <translation>두 주기에 가까운 사인 곡선입니다. 입력 하나로 곡선을 맞춥니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each value&apos;s move, as a fraction of the amplitude.</source>
        <translation>값이 움직이는 크기의 표준편차를 진폭에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>하트</translation>
    </message>
    <message>
        <source>One parameter in, a point of a heart-shaped curve out: the network learns to draw it.</source>
        <translation>매개변수 하나를 넣으면 하트 곡선의 점 하나가 나옵니다. 신경망이 그리는 법을 배웁니다.</translation>
    </message>
    <message>
        <source>x₁</source>
        <translation>x₁</translation>
    </message>
    <message>
        <source>The first input itself.</source>
        <translation>첫째 입력 그 자체입니다.</translation>
    </message>
    <message>
        <source>x₂</source>
        <translation>x₂</translation>
    </message>
    <message>
        <source>The second input itself.</source>
        <translation>둘째 입력 그 자체입니다.</translation>
    </message>
    <message>
        <source>x₁²</source>
        <translation>x₁²</translation>
    </message>
    <message>
        <source>x₂²</source>
        <translation>x₂²</translation>
    </message>
    <message>
        <source>x₁·x₂</source>
        <translation>x₁·x₂</translation>
    </message>
    <message>
        <source>The product: positive where both inputs have the same sign.</source>
        <translation>두 입력의 곱입니다. 부호가 같으면 양수입니다.</translation>
    </message>
    <message>
        <source>sin x₁</source>
        <translation>sin x₁</translation>
    </message>
    <message>
        <source>A wave along the first input.</source>
        <translation>첫째 입력을 따라 물결칩니다.</translation>
    </message>
    <message>
        <source>sin x₂</source>
        <translation>sin x₂</translation>
    </message>
    <message>
        <source>A wave along the second input.</source>
        <translation>둘째 입력을 따라 물결칩니다.</translation>
    </message>
    <message>
        <source>cos x₁</source>
        <translation>cos x₁</translation>
    </message>
    <message>
        <source>A wave along the first input that has its crest at zero.</source>
        <translation>첫째 입력을 따라 물결치며 0에서 가장 높습니다.</translation>
    </message>
    <message>
        <source>cos x₂</source>
        <translation>cos x₂</translation>
    </message>
    <message>
        <source>A wave along the second input that has its crest at zero.</source>
        <translation>둘째 입력을 따라 물결치며 0에서 가장 높습니다.</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>반지름</translation>
    </message>
    <message>
        <source>The distance from the origin: separates what lies in rings.</source>
        <translation>원점에서의 거리입니다. 고리 모양으로 놓인 것을 나눕니다.</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>최대한 빠르게</translation>
    </message>
    <message>
        <source>30 epochs / s</source>
        <translation>초당 30에포크</translation>
    </message>
    <message>
        <source>5 epochs / s</source>
        <translation>초당 5에포크</translation>
    </message>
    <message>
        <source>1 epoch / s</source>
        <translation>초당 1에포크</translation>
    </message>
    <message>
        <source>10 updates / s</source>
        <translation>초당 10업데이트</translation>
    </message>
    <message>
        <source>2 updates / s</source>
        <translation>초당 2업데이트</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>배치 하나 학습</translation>
    </message>
    <message>
        <source>Epochs between steps</source>
        <translation>계단 사이의 에포크</translation>
    </message>
    <message>
        <source>Factor of each step</source>
        <translation>계단마다의 배수</translation>
    </message>
    <message>
        <source>Epochs of the fall</source>
        <translation>내려가는 에포크</translation>
    </message>
    <message>
        <source>Share left at the end</source>
        <translation>끝에 남는 비율</translation>
    </message>
    <message>
        <source>Epochs of the rise</source>
        <translation>올라가는 에포크</translation>
    </message>
    <message>
        <source>Share at the start</source>
        <translation>시작할 때의 비율</translation>
    </message>
    <message>
        <source>Epochs of the cycle</source>
        <translation>한 주기의 에포크</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>업데이트 하나 되돌리기</translation>
    </message>
    <message>
        <source>Go to epoch</source>
        <translation>에포크로 이동</translation>
    </message>
    <message>
        <source>Apply update</source>
        <translation>업데이트 적용</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>새 가중치</translation>
    </message>
    <message>
        <source>New sample</source>
        <translation>샘플 다시 뽑기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Move weights</source>
        <translation>가중치 옮기기</translation>
    </message>
    <message>
        <source>Pin run</source>
        <translation>실행 고정</translation>
    </message>
    <message>
        <source>Rename pin</source>
        <translation>고정한 실행 이름 바꾸기</translation>
    </message>
    <message>
        <source>Remove pin</source>
        <translation>고정한 실행 삭제</translation>
    </message>
    <message>
        <source>Load pinned run</source>
        <translation>고정한 실행 불러오기</translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation>점 찍기</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>점 지우기</translation>
    </message>
    <message>
        <source>Move point</source>
        <translation>점 옮기기</translation>
    </message>
    <message>
        <source>Jitter points</source>
        <translation>점 흔들기</translation>
    </message>
    <message>
        <source>New drawing</source>
        <translation>새 그림</translation>
    </message>
    <message>
        <source>Weighted sums</source>
        <translation>가중합</translation>
    </message>
    <message>
        <source>Dropout mask</source>
        <translation>드롭아웃 마스크</translation>
    </message>
    <message>
        <source>Gradient of the weighted sums</source>
        <translation>가중합의 그래디언트</translation>
    </message>
    <message>
        <source>Gradient of the weights</source>
        <translation>가중치의 그래디언트</translation>
    </message>
    <message>
        <source>Gradient of the biases</source>
        <translation>편향의 그래디언트</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>재확인</translation>
    </message>
    <message>
        <source>Cost after the update</source>
        <translation>업데이트 뒤의 비용</translation>
    </message>
    <message>
        <source>given</source>
        <translation>주어진 값</translation>
    </message>
    <message>
        <source>Σ over the outputs</source>
        <translation>Σ (모든 출력)</translation>
    </message>
    <message>
        <source>Σ over paths</source>
        <translation>Σ (모든 경로)</translation>
    </message>
    <message>
        <source>to be found</source>
        <translation>구할 값</translation>
    </message>
    <message>
        <source>It depends on every sum of its layer.</source>
        <translation>같은 층의 모든 가중합에 따라 달라집니다.</translation>
    </message>
    <message>
        <source>The cost of one example; the cost of the batch is the mean.</source>
        <translation>샘플 하나의 비용이며, 배치의 비용은 그 평균입니다.</translation>
    </message>
    <message>
        <source>Of one example; the factor 1/m enters in dW and db.</source>
        <translation>샘플 하나의 값이며, 1/m은 dW와 db에서 곱합니다.</translation>
    </message>
    <message>
        <source>One term for each output: they all depend on this sum.</source>
        <translation>출력마다 항이 하나씩 있습니다. 모든 출력이 이 가중합에 따라 달라집니다.</translation>
    </message>
    <message>
        <source>The mask leaves a neuron out of an example (0), or scales it up for those that are left out.</source>
        <translation>마스크는 뉴런을 샘플에서 빼거나(0), 빠진 뉴런을 대신해 크게 합니다.</translation>
    </message>
    <message>
        <source>Wrong sign</source>
        <translation>틀린 부호</translation>
    </message>
    <message>
        <source>Missing transpose</source>
        <translation>빠뜨린 전치</translation>
    </message>
    <message>
        <source>The gradient goes back through W reshaped, not transposed: the shape fits, the numbers do not.</source>
        <translation>W를 전치하지 않고 모양만 바꾸어 그래디언트를 되돌려 보냅니다. 모양은 맞지만 값이 틀립니다.</translation>
    </message>
    <message>
        <source>The output layer is right; follow the gradient to the layer below.</source>
        <translation>출력층은 맞습니다. 그래디언트를 따라 아래층으로 내려가 보십시오.</translation>
    </message>
    <message>
        <source>Missing 1/m</source>
        <translation>빠뜨린 1/m</translation>
    </message>
    <message>
        <source>The gradient of the weights is the sum over the examples instead of their mean.</source>
        <translation>가중치의 그래디언트가 샘플들의 평균이 아니라 합입니다.</translation>
    </message>
    <message>
        <source>Divide one gradient by the other.</source>
        <translation>한 그래디언트를 다른 그래디언트로 나누어 보십시오.</translation>
    </message>
    <message>
        <source>Elementwise softmax</source>
        <translation>성분별 소프트맥스</translation>
    </message>
    <message>
        <source>Softmax is differentiated as a (1 − a), as if each output depended on its own sum only.</source>
        <translation>출력이 자기 가중합에만 따라 달라지는 것처럼 소프트맥스를 a (1 − a)로 미분합니다.</translation>
    </message>
    <message>
        <source>Each output of softmax depends on every sum of its layer: its Jacobian is full.</source>
        <translation>소프트맥스의 출력은 저마다 그 층의 모든 가중합에 따라 달라지므로, 야코비 행렬의 성분이 모두 차 있습니다.</translation>
    </message>
    <message>
        <source>Missing g&apos;(Z)</source>
        <translation>빠뜨린 g&apos;(Z)</translation>
    </message>
    <message>
        <source>The output layer is right; what does a hidden layer do between dA and dZ?</source>
        <translation>출력층은 맞습니다. 은닉층은 dA와 dZ 사이에서 무엇을 할까요?</translation>
    </message>
    <message>
        <source>g&apos; of the wrong number</source>
        <translation>엉뚱한 값에서 구한 g&apos;</translation>
    </message>
    <message>
        <source>The derivative of the hidden activations is taken at A instead of Z: g&apos;(g(z)).</source>
        <translation>은닉층 활성화 함수의 도함수를 Z가 아니라 A에서 구합니다. 곧 g&apos;(g(z))입니다.</translation>
    </message>
    <message>
        <source>The output layer is right; which number does g&apos; want?</source>
        <translation>출력층은 맞습니다. g&apos;에는 어떤 값을 넣어야 할까요?</translation>
    </message>
    <message>
        <source>Bias not summed</source>
        <translation>더하지 않은 편향</translation>
    </message>
    <message>
        <source>The gradient of the biases takes the first example only instead of the mean over all.</source>
        <translation>편향의 그래디언트가 모든 샘플의 평균이 아니라 첫 샘플의 값입니다.</translation>
    </message>
    <message>
        <source>All weights are right.</source>
        <translation>가중치는 모두 맞습니다.</translation>
    </message>
    <message>
        <source>Z in place of A</source>
        <translation>A 자리에 Z</translation>
    </message>
    <message>
        <source>The gradient of the weights is dZ·Zᵀ instead of dZ·Aᵀ, with the layer below&apos;s sums.</source>
        <translation>가중치의 그래디언트를 dZ·Aᵀ가 아니라 아래층의 가중합을 쓴 dZ·Zᵀ로 구합니다.</translation>
    </message>
    <message>
        <source>The first layer and every bias are right.</source>
        <translation>첫째 층과 모든 편향은 맞습니다.</translation>
    </message>
    <message>
        <source>Missing factor 2</source>
        <translation>빠뜨린 인수 2</translation>
    </message>
    <message>
        <source>The derivative of the square is taken as A − Y instead of 2 (A − Y).</source>
        <translation>제곱의 도함수를 2 (A − Y)가 아니라 A − Y로 구합니다.</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>Identical neurons</source>
        <translation>똑같은 뉴런</translation>
    </message>
    <message>
        <source>Dead ReLU</source>
        <translation>죽은 ReLU</translation>
    </message>
    <message>
        <source>Exploding gradients</source>
        <translation>그래디언트 폭주</translation>
    </message>
    <message>
        <source>Learning rate too large</source>
        <translation>너무 큰 학습률</translation>
    </message>
    <message>
        <source>Saturated neurons</source>
        <translation>포화된 뉴런</translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <translation>그래디언트 소실</translation>
    </message>
    <message>
        <source>Learning rate too small</source>
        <translation>너무 작은 학습률</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Gradient with penalty</source>
        <translation>규제항을 더한 그래디언트</translation>
    </message>
    <message>
        <source>Memory of the gradients</source>
        <translation>그래디언트의 기억</translation>
    </message>
    <message>
        <source>Memory of the squared gradients</source>
        <translation>그래디언트 제곱의 기억</translation>
    </message>
    <message>
        <source>What the update uses: the gradient of the cost, and what the penalty adds to it.</source>
        <translation>업데이트가 쓰는 값입니다. 비용의 그래디언트에 규제항의 몫을 더한 것입니다.</translation>
    </message>
    <message>
        <source>What the optimizer remembers of earlier gradients fades, and this one is added.</source>
        <translation>앞선 그래디언트에 대한 옵티마이저의 기억은 옅어지고, 여기에 이번 그래디언트가 더해집니다.</translation>
    </message>
    <message>
        <source>No better than a constant</source>
        <translation>상수보다 나은 점 없음</translation>
    </message>
    <message>
        <source>Output cannot reach the targets</source>
        <translation>출력이 정답에 닿지 못함</translation>
    </message>
    <message>
        <source>Inputs not scaled</source>
        <translation>맞지 않는 입력 크기</translation>
    </message>
    <message>
        <source>Targets not scaled</source>
        <translation>맞지 않는 정답 크기</translation>
    </message>
    <message>
        <source>Only straight boundaries</source>
        <translation>곧은 경계만 가능</translation>
    </message>
    <message>
        <source>Penalty too strong</source>
        <translation>너무 강한 규제</translation>
    </message>
    <message>
        <source>Too few neurons</source>
        <translation>모자란 뉴런</translation>
    </message>
    <message>
        <source>Stuck on a plateau</source>
        <translation>평탄한 곳에 머무름</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>과적합</translation>
    </message>
    <message>
        <source>Contradicting labels</source>
        <translation>서로 어긋나는 클래스</translation>
    </message>
    <message>
        <source>An outlier</source>
        <translation>이상값</translation>
    </message>
    <message>
        <source>Too early to tell</source>
        <translation>아직 이름</translation>
    </message>
    <message>
        <source>Every array differs; compare the signs of both gradients.</source>
        <translation>모든 배열이 다릅니다. 두 그래디언트의 부호를 비교해 보십시오.</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>출처: {source}</translation>
    </message>
    <message>
        <source>The output layer starts from Y − A instead of A − Y: every gradient points the other way, and updates climb.</source>
        <translation>출력층이 A − Y 대신 Y − A에서 시작합니다. 모든 그래디언트의 방향이 뒤집혀 업데이트가 비용을 올립니다.</translation>
    </message>
    <message>
        <source>How far points, or the values to predict, are moved at random from where they belong.</source>
        <translation>점이나 예측할 값을 제자리에서 무작위로 얼마나 옮기는지 정합니다.</translation>
    </message>
    <message>
        <source>Keeps signals and gradients at about one size through tanh layers; sigmoid layers shrink gradients all the same.</source>
        <translation>tanh 층을 지나는 신호와 그래디언트의 크기를 거의 일정하게 유지합니다. 시그모이드 층은 그래도 그래디언트를 줄입니다.</translation>
    </message>
    <message>
        <source>Made for ReLU layers: makes up for the half of the signal that they block.</source>
        <translation>ReLU 층을 위한 방식으로, 층이 막는 절반의 신호를 보충합니다.</translation>
    </message>
    <message>
        <source>Gives every weighted sum variance one where its inputs have variance one; drawn evenly from an interval.</source>
        <translation>입력의 분산이 1이면 가중합의 분산도 1이 되게 하며, 한 구간에서 고르게 뽑습니다.</translation>
    </message>
    <message>
        <source>About 16 decimal digits in 8 bytes: what numpy computes with by default.</source>
        <translation>8바이트에 십진수 약 16자리로, numpy가 기본으로 쓰는 정밀도입니다.</translation>
    </message>
    <message>
        <source>How surprised the predicted probability of yes is by the answer, yes or no; several outputs add up.</source>
        <translation>예측한 &apos;예&apos;의 확률에 비추어 실제 답(예·아니요)이 얼마나 뜻밖인지를 나타냅니다. 출력이 여럿이면 모두 더합니다.</translation>
    </message>
    <message>
        <source>The absolute differences of all outputs, on the average of the examples: outliers pull no harder than anyone.</source>
        <translation>모든 출력의 절대 차이를 더해 샘플에 대해 평균한 값입니다. 이상값도 다른 값보다 세게 끌지 않습니다.</translation>
    </message>
    <message>
        <source>Half the square of errors up to 1; of larger ones the size minus a half, so that outliers pull no harder.</source>
        <translation>오차가 1 이하이면 제곱의 절반, 더 크면 크기에서 1/2을 뺀 값이어서 이상값이 더 세게 끌지 않습니다.</translation>
    </message>
    <message>
        <source>How large a step every update takes against the gradient: too small is slow, too large diverges.</source>
        <translation>업데이트마다 그래디언트의 반대 방향으로 얼마나 크게 움직이는지 정합니다. 너무 작으면 느리고 너무 크면 발산합니다.</translation>
    </message>
    <message>
        <source>How many examples one update looks at; the last update of an epoch takes those that are left.</source>
        <translation>업데이트 한 번이 보는 샘플 수입니다. 에포크의 마지막 업데이트는 남은 샘플만 봅니다.</translation>
    </message>
    <message>
        <source>Pulls every weight towards zero by the same amount whatever its size, so that many end close to zero.</source>
        <translation>크기와 관계없이 모든 가중치를 0 쪽으로 같은 만큼 당겨, 많은 가중치가 0 가까이에 머물게 합니다.</translation>
    </message>
    <message>
        <source>Pulls every weight towards zero in proportion to its size, which keeps weights from growing large.</source>
        <translation>모든 가중치를 크기에 비례하여 0 쪽으로 당겨, 가중치가 커지지 않게 합니다.</translation>
    </message>
    <message>
        <source>Training pauses after this many epochs without a new low of the test cost, or of the training cost if there are no test examples.</source>
        <translation>테스트 비용(테스트 샘플이 없으면 훈련 비용)이 이만큼의 에포크 동안 새 최저값을 내지 못하면 학습을 일시 정지합니다.</translation>
    </message>
    <message>
        <source>Two normal clouds of points that a straight line separates, or nearly so.</source>
        <translation>직선 하나로 완전히 또는 거의 나뉘는 두 정규분포 점구름입니다.</translation>
    </message>
    <message>
        <source>Memory of the gradients, corrected for its slow start</source>
        <translation>그래디언트의 기억(느린 시작 보정)</translation>
    </message>
    <message>
        <source>Memory of the squared gradients, corrected for its slow start</source>
        <translation>그래디언트 제곱의 기억(느린 시작 보정)</translation>
    </message>
    <message>
        <source>A ReLU that lets a hundredth of a negative number through, so that no neuron dies.</source>
        <translation>음수도 100분의 1은 통과시켜 뉴런이 죽지 않게 하는 ReLU입니다.</translation>
    </message>
    <message>
        <source>Waves: fits periodic functions with few neurons, and is hard to train elsewhere.</source>
        <translation>물결 모양입니다. 주기 함수는 적은 뉴런으로 맞추지만, 그 밖에는 학습하기 어렵습니다.</translation>
    </message>
    <message>
        <source>Standard deviation of a point&apos;s move along each axis, as a fraction of the square&apos;s side.</source>
        <translation>점을 축마다 옮기는 거리의 표준편차를 정사각형 한 변의 길이에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Standard deviation of a point&apos;s move along each axis, as a fraction of the figure&apos;s half-width.</source>
        <translation>점을 축마다 옮기는 거리의 표준편차를 도형 너비의 절반에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Standard deviation of a point&apos;s move along each axis, as a fraction of the ring&apos;s radius.</source>
        <translation>점을 축마다 옮기는 거리의 표준편차를 고리의 반지름에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Standard deviation of a point&apos;s move along each axis, as a fraction of the distance between the clouds.</source>
        <translation>점을 축마다 옮기는 거리의 표준편차를 두 점구름 사이의 거리에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Standard deviation of a point&apos;s move along each axis, as a fraction of the gap between the arms.</source>
        <translation>점을 축마다 옮기는 거리의 표준편차를 나선 사이의 간격에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Standard deviation of a point&apos;s move along each axis, as a fraction of the half circles&apos; radius.</source>
        <translation>점을 축마다 옮기는 거리의 표준편차를 반원의 반지름에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Standard deviation of a point&apos;s move along each axis, as a fraction of the distance between neighbours.</source>
        <translation>점을 축마다 옮기는 거리의 표준편차를 이웃한 점구름 사이의 거리에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Standard deviation of a point&apos;s move along each axis, as a fraction of the heart&apos;s half-width.</source>
        <translation>점을 축마다 옮기는 거리의 표준편차를 하트 너비의 절반에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>The square of the first input: lets a single neuron draw a curved boundary.</source>
        <translation>첫째 입력의 제곱입니다. 뉴런 하나로도 휘어진 경계를 그을 수 있게 합니다.</translation>
    </message>
    <message>
        <source>The square of the second input: lets a single neuron draw a curved boundary.</source>
        <translation>둘째 입력의 제곱입니다. 뉴런 하나로도 휘어진 경계를 그을 수 있게 합니다.</translation>
    </message>
    <message>
        <source>One term for each neuron above: the paths to the cost add up.</source>
        <translation>위층의 뉴런마다 항이 하나씩 있습니다. 비용까지 가는 경로를 모두 더합니다.</translation>
    </message>
    <message>
        <source>Too many paths to list: they are gathered by the first neuron that they pass.</source>
        <translation>경로가 너무 많아서, 처음 지나는 뉴런별로 묶었습니다.</translation>
    </message>
    <message>
        <source>A neuron moves the cost through every neuron above it.</source>
        <translation>뉴런은 위층의 모든 뉴런을 거쳐 비용을 바꿉니다.</translation>
    </message>
    <message>
        <source>Here an output has rounded to 0 or 1, and dA times its slope with it: the short form stays exact, so the program uses it.</source>
        <translation>여기서는 출력이 0이나 1로 반올림되어, dA에 그 기울기를 곱한 값도 정확하지 않습니다. 짧은 형태는 정확하므로 프로그램은 이것을 씁니다.</translation>
    </message>
    <message>
        <source>All neurons of a hidden layer stay the same for ever: shows why weights must begin different.</source>
        <translation>은닉층의 모든 뉴런이 끝까지 똑같이 남습니다. 가중치가 서로 다르게 시작해야 하는 까닭을 보여 줍니다.</translation>
    </message>
    <message>
        <source>What the optimizer remembers of earlier squares fades, and the square of this gradient is added.</source>
        <translation>앞선 그래디언트 제곱에 대한 옵티마이저의 기억은 옅어지고, 여기에 이번 그래디언트의 제곱이 더해집니다.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>Where a layer has one neuron, or the one below it, W reshaped is W transposed.</source>
        <translation>한 층이나 그 아래층에 뉴런이 하나뿐이면 모양만 바꾼 W가 곧 전치한 W입니다.</translation>
    </message>
    <message>
        <source>With one example the sum is the mean.</source>
        <translation>샘플이 하나이면 합이 곧 평균입니다.</translation>
    </message>
    <message>
        <source>Only a softmax of several outputs has more than a diagonal in its Jacobian.</source>
        <translation>출력이 여러 개인 소프트맥스만 야코비 행렬에 대각 성분 말고 다른 성분이 있습니다.</translation>
    </message>
    <message>
        <source>Where hidden layers are linear, g&apos;(Z) is 1; without a hidden layer there is none to forget.</source>
        <translation>은닉층이 선형이면 g&apos;(Z)는 1이고, 은닉층이 없으면 빠뜨릴 인수가 없습니다.</translation>
    </message>
    <message>
        <source>An activation of straight pieces, like ReLU, has the same slope at Z and at A.</source>
        <translation>ReLU처럼 직선으로 이루어진 활성화 함수는 Z에서나 A에서나 기울기가 같습니다.</translation>
    </message>
    <message>
        <source>With one example the first one is all there is.</source>
        <translation>샘플이 하나이면 첫 샘플이 전부입니다.</translation>
    </message>
    <message>
        <source>Where hidden layers are linear, A is Z; the first layer&apos;s weights see the inputs anyway.</source>
        <translation>은닉층이 선형이면 A가 곧 Z이고, 1층 가중치에는 어차피 입력이 들어옵니다.</translation>
    </message>
    <message>
        <source>Where a layer has one neuron, such as one output, a single path goes back from it, and it is the last.</source>
        <translation>출력 하나처럼 뉴런이 하나뿐인 층에서는 거꾸로 가는 경로가 하나이고, 그것이 곧 마지막 경로입니다.</translation>
    </message>
    <message>
        <source>The error shrinks with the learning rate α and with dW: where the gradient is zero, nothing moves.</source>
        <translation>오차는 학습률 α와 dW가 작을수록 줄어듭니다. 그래디언트가 0이면 아무것도 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>Only the squared error without ½ has the factor 2.</source>
        <translation>½이 없는 제곱 오차에만 인수 2가 있습니다.</translation>
    </message>
    <message>
        <source>Hidden layers pass dA on as dZ, without the factor g&apos;(Z): as if a composition were a product.</source>
        <translation>은닉층이 인수 g&apos;(Z) 없이 dA를 그대로 dZ로 넘깁니다. 합성 함수를 곱으로 잘못 본 것입니다.</translation>
    </message>
    <message>
        <source>Only the last path</source>
        <translation>마지막 경로만 계산</translation>
    </message>
    <message>
        <source>A hidden neuron takes the gradient of the last neuron above it only: each path overwrites the one before, instead of adding to it.</source>
        <translation>은닉 뉴런이 위층의 마지막 뉴런에서 온 그래디언트만 받습니다. 경로마다 더하지 않고 앞의 값을 덮어씁니다.</translation>
    </message>
    <message>
        <source>Weights already updated</source>
        <translation>이미 업데이트한 가중치</translation>
    </message>
    <message>
        <source>Each layer is updated before the gradient goes back through it: dA comes from the new weights, but the cost was computed with the old ones.</source>
        <translation>그래디언트가 지나가기 전에 층의 가중치를 먼저 업데이트합니다. dA는 새 가중치로 구하지만 비용은 옛 가중치로 계산한 것입니다.</translation>
    </message>
    <message>
        <source>The output layer is right, and below it the gradients are nearly so; what has moved a little?</source>
        <translation>출력층은 맞고 그 아래 그래디언트는 거의 맞습니다. 조금 움직인 것은 무엇입니까?</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Layers and neurons whose weights and biases stay as they are, whatever the gradient says.</source>
        <translation>그래디언트가 어떻든 가중치와 편향이 그대로 머무는 층과 뉴런입니다.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Hidden layers and neurons that the network does without: their weights to the layer above are 0 and stay 0.</source>
        <translation>신경망이 쓰지 않는 은닉층과 뉴런입니다. 위층으로 가는 가중치가 0이고 계속 0입니다.</translation>
    </message>
    <message>
        <source>Frozen, or switched off: the update leaves it as it is.</source>
        <translation>고정되었거나 꺼져 있어 업데이트가 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Gradient that the update uses</source>
        <translation>업데이트가 쓰는 그래디언트</translation>
    </message>
    <message>
        <source>Gradient of the activations</source>
        <translation>활성화의 그래디언트</translation>
    </message>
</context>
</TS>
